// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningCredentialsTest {
    @Test
    void no_text_shows_a_key_or_a_body() {
        assertThat(new SigningCredentials("eu-west-1", "AKIDFAKE", "fake-secret", "fake-token"))
                .hasToString("SigningCredentials[eu-west-1]");
        assertThat(new UnsignedRequest("POST", true, "h", 443, "/p", Map.of(), new byte[6]).toString())
                .isEqualTo("UnsignedRequest[POST h/p, 6 bytes]");
    }
}
