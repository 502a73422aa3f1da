// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.model.error.ChatException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopLevelEditTest {
    private static String set(String json) {
        byte[] edited =
                TopLevelEdit.set(json.getBytes(StandardCharsets.UTF_8), Map.of("model", RawJson.string("vendor/ü")));
        return new String(edited, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"model\":\"a\",\"x\":1.50}|{\"model\":\"vendor/ü\",\"x\":1.50}",
                "{ \"n\" : {\"model\":\"inner\"} , \"model\" : \"a\" }|{ \"n\" : {\"model\":\"inner\"} , \"model\" : \"vendor/ü\" }",
                "{}|{\"model\":\"vendor/ü\"}",
                "{\"x\":\"€\"}|{\"x\":\"€\",\"model\":\"vendor/ü\"}",
                "{\"model\":\"a\",\"model\":\"b\"}|{\"model\":\"vendor/ü\",\"model\":\"vendor/ü\"}",
                "{\"model\":{\"a\":[1]}}|{\"model\":\"vendor/ü\"}",
            })
    void only_the_member_changes(String before, String after) {
        assertThat(set(before)).isEqualTo(after);
    }

    @Test
    void anything_but_an_object_is_refused() {
        assertThatThrownBy(() -> set("[1]")).isInstanceOf(ChatException.class);
        assertThatThrownBy(() -> set("{\"a\":1} x")).isInstanceOf(ChatException.class);
    }
}
