// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "7,7",
        "-7,-7",
        "999999999999999999,999999999999999999",
        "9223372036854775807,9223372036854775807",
        "3.0,3",
        "1e2,100",
        "9223372036854775808,",
        "3.5,",
        "'\"7\"',",
        "true,",
        "null,",
        "{},",
        "[7],",
    })
    void an_integer_is_told_from_everything_else(String json, @Nullable Long expected) {
        assertThat(RawJson.parse(json).integerOrNull()).isEqualTo(expected);
    }

    @Test
    void what_a_writer_wrote_is_a_value() {
        WireBuffer out = new WireBuffer(16);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("a", 1L).endObject();
        }
        assertThat(RawJson.written(out)).isEqualTo(RawJson.parse("{\"a\":1}"));
    }
}
