// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan passes only what a parser passes, and stops where it stops. */
class ValueScanTest {
    private static final JsonFactory PLAIN = new JsonFactory();

    private static final String SAMPLE = """
            {"name": "tool", "a\\u00e9\\n": [1, -0.5e+3, 0, true, false, null, {}, [], "", "\\\\ \\" \\/ \\b\\f\\n\\r\\t"],
             "long": "The quick brown fox jumps over the lazy dog — schöne Grüße 漢字 😀 and on and on and on",
             "deep": [[[{"x": {"y": [{"z": "\\uD83D\\uDE00"}]}}]]]}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "[ ]",
                "{ }",
                "\"\"",
                "0",
                "-1",
                "-0.0",
                "1E5",
                "1.5e-7",
                "true",
                "false",
                "null",
                "[1,2]",
                "[\"a\",{\"b\":[]}]",
                "{\"a\":1,\"a\":2}",
                "{ \"a\" : 1 , \"b\" : [ 1 , 2 ] }",
                "\"é漢😀\"",
                "\"\\u00e9\\uD83D\""
            })
    void passes_a_value(String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(end(bytes)).isEqualTo(bytes.length).isEqualTo(endOf(bytes, 0));
        byte[] inside = (" [" + json + ", 1]").getBytes(StandardCharsets.UTF_8);
        assertThat(ValueScan.end(inside, 2, inside.length, 5)).isEqualTo(2 + bytes.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{1:1}",
                "{\"a\" 1}",
                "[01]",
                "[-]",
                "[+1]",
                "[1.]",
                "[.5]",
                "[1e]",
                "[1e+]",
                "[tru]",
                "[True]",
                "[nul]",
                "[\"a]",
                "[\"\\x\"]",
                "[\"\\u12g4\"]",
                "[\"\\u12\"]",
                "[\"\\",
                "[\"a\nb\"]",
                "[\"\t\"]",
                "[1}",
                "{\"a\":1]",
                "['a']",
                "[NaN]",
                "[/**/1]",
                "[1]]x"
            })
    void leaves_the_rest_to_the_parser(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(end(bytes)).isNotEqualTo(bytes.length);
    }

    @Test
    void does_not_pass_what_is_no_utf8() {
        for (int first = 0x80; first <= 0xFF; first++) {
            byte[] bytes = {'"', (byte) first, 'x', '"'};
            assertThat(end(bytes)).isEqualTo(ValueScan.NONE);
        }
        assertThat(end(new byte[] {'"', (byte) 0xE2, (byte) 0x82})).isEqualTo(ValueScan.NONE);
        assertThat(end(new byte[] {'"', (byte) 0xF8, (byte) 0x82, (byte) 0x82, (byte) 0x82, (byte) 0x82, '"'}))
                .isEqualTo(ValueScan.NONE);
    }

    @Test
    void keeps_to_the_limits() {
        String deepest = "[".repeat(JsonLimits.MAX_DEPTH) + "]".repeat(JsonLimits.MAX_DEPTH);
        assertThat(end(deepest.getBytes(StandardCharsets.UTF_8))).isEqualTo(deepest.length());
        assertThat(end(('[' + deepest + ']').getBytes(StandardCharsets.UTF_8))).isEqualTo(ValueScan.NONE);
        String number = "1".repeat(JsonLimits.MAX_NUMBER);
        assertThat(end(number.getBytes(StandardCharsets.UTF_8))).isEqualTo(number.length());
        assertThat(end((number + '1').getBytes(StandardCharsets.UTF_8))).isEqualTo(ValueScan.NONE);
        String name = "{\"" + "n".repeat(JsonLimits.MAX_NAME) + "\":1}";
        assertThat(end(name.getBytes(StandardCharsets.UTF_8))).isEqualTo(ValueScan.NONE);
    }

    /** Seeds are fixed: the same texts each time. */
    @Test
    void agrees_with_the_parser_on_texts_with_faults() {
        Random random = new Random(5);
        byte[] sample = SAMPLE.getBytes(StandardCharsets.UTF_8);
        byte[] insertions = "{}[]\",:\\u0e-+.1 \n\ttrue\u00e9\u20ac\ud83d\ude00".getBytes(StandardCharsets.UTF_8);
        int passed = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = sample.clone();
            int faults = random.nextInt(3);
            for (int fault = 0; fault <= faults; fault++) {
                int at = 1 + random.nextInt(bytes.length - 1);
                bytes[at] = random.nextInt(4) == 0
                        ? (byte) random.nextInt(256)
                        : insertions[random.nextInt(insertions.length)];
            }
            int end = end(bytes);
            if (end != ValueScan.NONE) {
                passed++;
                assertThat(endOf(bytes, 0))
                        .as(() -> new String(bytes, StandardCharsets.UTF_8))
                        .isEqualTo(end);
            }
        }
        assertThat(passed).isBetween(20_000, 190_000);
    }

    private static int end(byte[] json) {
        return ValueScan.end(json, 0, json.length, JsonLimits.MAX_DEPTH);
    }

    /** Where a parser says that the first value ends; negative if it refuses it. */
    private static int endOf(byte[] json, int from) {
        try (JsonParser parser = PLAIN.createParser(json, from, json.length - from)) {
            parser.nextToken();
            parser.finishToken();
            parser.skipChildren();
            return (int) parser.currentLocation().getByteOffset();
        } catch (IOException e) {
            return -2;
        }
    }
}
