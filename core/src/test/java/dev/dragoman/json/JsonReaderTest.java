// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    private static JsonReader request(String json) {
        return JsonReader.request(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_complaint_names_the_path_of_the_value() {
        JsonReader in = request("{\"messages\":[{},{\"content\":[1,{\"url\":5}]}]}");
        in.beginObject();
        in.nextField();
        in.beginArray();
        in.nextElement();
        in.skip();
        in.nextElement();
        in.beginObject();
        in.nextField();
        in.beginArray();
        in.nextElement();
        in.skip();
        in.nextElement();
        in.beginObject();
        in.nextField();
        ChatException e = catchThrowableOfType(ChatException.class, in::string);
        assertThat(e.error().param()).isEqualTo("messages[1].content[1].url");
        assertThat(e.error().kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
        assertThat(e).hasMessageContaining("expected a string, but got an integer");
    }

    @Test
    void a_vendor_is_blamed_for_its_own_json() {
        ChatException e = catchThrowableOfType(
                ChatException.class,
                () -> JsonReader.reply("{\"a\"".getBytes(StandardCharsets.UTF_8))
                        .nextField());
        assertThat(e.error().kind()).isEqualTo(ErrorKind.UPSTREAM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":[1,2,{\"b\":null}],\"c\":\"x\\u00e9€\"}", "[]", "\"a\\\"b\"", "-1.50e3", "true", "null"})
    void raw_is_the_value_as_it_was_written(String json) {
        JsonReader in = request("[0, " + json + " ,1]");
        in.beginArray();
        in.nextElement();
        in.skip();
        in.nextElement();
        assertThat(in.raw()).hasToString(json);
        assertThat(in.nextElement()).isTrue();
        assertThat(in.integer()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"3,3", "3.0,3", "-7,-7", "9007199254740993,9007199254740993"})
    void whole_numbers_are_integers(String json, long value) {
        assertThat(request(json).integer()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.5", "1e400", "99999999999999999999", "\"3\"", "null"})
    void other_values_are_not(String json) {
        assertThatThrownBy(() -> request(json).integer()).isInstanceOf(ChatException.class);
    }

    @Test
    void nesting_beyond_the_limit_is_refused() {
        String deep = "[".repeat(100_000);
        assertThatThrownBy(() -> request(deep).skip())
                .isInstanceOf(ChatException.class)
                .hasMessageContaining("limits");
    }

    @Test
    void what_follows_the_value_is_refused() {
        JsonReader in = request("{} {}");
        in.skip();
        assertThatThrownBy(in::end).isInstanceOf(ChatException.class);
    }

    @Test
    void invalid_utf8_is_refused_without_showing_the_text() {
        byte[] json = {'"', 's', 'e', 'c', 'r', 'e', 't', (byte) 0xC3, (byte) 0x28, '"'};
        assertThatThrownBy(() -> JsonReader.request(json).string())
                .isInstanceOf(ChatException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void marks_span_a_whole_value() {
        JsonReader in = request("{\"x\": {\"a\" : 1, \"b\":[]} }");
        in.beginObject();
        in.nextField();
        int mark = in.mark();
        in.beginObject();
        while (in.nextField()) {
            in.skip();
        }
        assertThat(in.rawSince(mark)).hasToString("{\"a\" : 1, \"b\":[]}");
    }
}
