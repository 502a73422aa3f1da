// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RawJsonTest {
    @Test
    void pitfall_43_half_a_pair_of_surrogates_stays_an_escape() {
        RawJson json = RawJson.string("a\ud83d");
        assertThat(json).hasToString("\"a\\uD83D\"");
        try (JsonReader in = json.reader()) {
            assertThat(in.string()).isEqualTo("a\ud83d");
        }
        assertThat(RawJson.string("\ud83d\ude00\"")).hasToString("\"\ud83d\ude00\\\"\"");
    }
}
