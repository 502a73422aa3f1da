// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WireRequestTest {
    private static final byte[] BODY = {'{', '}'};

    @Test
    void names_of_headers_are_lower_case_and_those_of_the_query_are_not() {
        WireRequest wire = new WireRequest(BODY, "m", true, Map.of("X-Beta", "B"), Map.of("Alt", "SSE"));
        assertThat(wire.headers()).containsExactly(Map.entry("x-beta", "B"));
        assertThat(wire.query()).containsExactly(Map.entry("Alt", "SSE"));
    }

    @Test
    void a_request_may_have_no_query() {
        assertThat(new WireRequest(BODY, "m", false, Map.of()).query()).isEmpty();
        assertThat(WireRequest.of(BODY).query()).isEmpty();
    }
}
