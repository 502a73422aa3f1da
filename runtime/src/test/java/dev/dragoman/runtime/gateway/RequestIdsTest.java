// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestIdsTest {
    @Test
    void a_sane_id_of_the_client_is_kept() {
        assertThat(RequestIds.of(Requests.with(Map.of("x-request-id", "abc-1"))))
                .isEqualTo("abc-1");
        assertThat(RequestIds.of(Requests.with(Map.of("x-client-request-id", "abc-2"))))
                .isEqualTo("abc-2");
    }

    @Test
    void any_other_is_replaced() {
        assertThat(RequestIds.of(Requests.with(Map.of()))).matches("req_[0-9a-v]{24}");
        assertThat(RequestIds.of(Requests.with(Map.of("x-request-id", "a b")))).startsWith("req_");
        assertThat(RequestIds.of(Requests.with(Map.of("x-request-id", "")))).startsWith("req_");
        assertThat(RequestIds.of(Requests.with(Map.of("x-request-id", "\u00e9"))))
                .startsWith("req_");
        assertThat(RequestIds.of(Requests.with(Map.of("x-request-id", "a".repeat(129)))))
                .startsWith("req_");
    }

    @Test
    void ids_differ() {
        assertThat(RequestIds.of(Requests.with(Map.of()))).isNotEqualTo(RequestIds.of(Requests.with(Map.of())));
    }
}
