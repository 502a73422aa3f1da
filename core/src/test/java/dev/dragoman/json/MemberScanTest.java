// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.model.error.ChatException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberScanTest {
    private static Map<String, String> members(String json) {
        Map<String, String> members = new LinkedHashMap<>();
        MemberScan scan = new MemberScan(json.getBytes(StandardCharsets.UTF_8));
        while (scan.next()) {
            members.put(scan.name(), scan.value().toString());
        }
        return members;
    }

    private static Map<String, String> parsed(String json) {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonReader in = JsonReader.request(json.getBytes(StandardCharsets.UTF_8))) {
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                members.put(name, in.raw().toString());
            }
            in.end();
        }
        return members;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " \n{ }\t",
                "\ufeff{\"a\":1}",
                "{\"a\":1,\"b\":-2.5e3 , \"c\":true,\"d\":null}",
                "{\"a\":\"}]\\\"{\\\\\",\"b\":[{\"x\":\"]\"},[]],\"c\":{\"y\":{\"z\":\"\\\\\"}}}",
                "{\"\\u0061\\n\":1,\"é\":\"中文 and a long text of more than eight bytes \\\" with a quote\"}",
                "{\"a\":1,\"a\":2}",
                "{\"a\" : [ 1 , 2 ] , \"b\" : \"\" }",
            })
    void finds_what_a_parser_finds(String json) {
        assertThat(members(json)).isEqualTo(parsed(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[1]",
                "\"x\"",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":1,}",
                "{\"a\":\"x}",
                "{\"a\":\"x\\",
                "{\"a\":[1}",
                "{\"a\":[",
                "{\"a\":1} x",
                "{a:1}",
                "{\"a\" 1}",
                "{\"a\":}",
                "{\"a\":1 \"b\":2}",
            })
    void a_text_that_is_no_object_is_refused(String json) {
        assertThatThrownBy(() -> members(json)).isInstanceOf(ChatException.class);
    }

    @Test
    void a_text_cut_anywhere_ends_in_a_refusal() {
        String json = "{\"a\":\"x\\\"y\",\"b\":[1,{\"c\":\"d\"}],\"e\":12345}";
        for (int i = 0; i < json.length(); i++) {
            String cut = json.substring(0, i);
            assertThatThrownBy(() -> members(cut)).isInstanceOf(ChatException.class);
        }
    }
}
