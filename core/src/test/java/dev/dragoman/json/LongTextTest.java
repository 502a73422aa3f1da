// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dragoman.model.error.ChatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long texts take a way of their own through the reader and the writer; they must come out as all others do. */
class LongTextTest {
    private static final String[] PIECES = {
        "a",
        "plain words ",
        "?",
        "\"",
        "\\",
        "\n",
        "\t",
        "\r",
        "\b",
        "\f",
        "\u0000",
        "\u001f",
        " ",
        "~",
        "\u007f",
        "é",
        "ÿ",
        "€",
        "中文",
        "😀",
        "\ud83d",
        "\ude00",
        "\u2028",
        "/",
        "</script>",
    };

    private static byte[] written(String text) {
        WireBuffer out = new WireBuffer(16);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginArray().value(text).value(1).endArray();
        }
        return out.toBytes();
    }

    private static byte[] writtenByJackson(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonLimits.FACTORY.createGenerator(out)) {
            json.writeStartArray();
            json.writeString(text);
            json.writeNumber(1);
            json.writeEndArray();
        }
        return out.toByteArray();
    }

    private static String read(byte[] json) {
        try (JsonReader in = JsonReader.request(json)) {
            in.beginArray();
            in.nextElement();
            String text = in.string();
            in.nextElement();
            assertThat(in.integer()).isEqualTo(1);
            assertThat(in.nextElement()).isFalse();
            in.end();
            return text;
        }
    }

    private static void check(String text) throws IOException {
        byte[] json = written(text);
        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo(new String(writtenByJackson(text), StandardCharsets.UTF_8));
        assertThat(read(json)).isEqualTo(text);
    }

    @Test
    void any_mix_of_characters_is_written_as_the_generator_writes_it() throws IOException {
        Random random = new Random(20261125);
        for (int round = 0; round < 4000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(200);
            int kinds = 1 + random.nextInt(PIECES.length);
            while (text.length() < length) {
                text.append(PIECES[random.nextInt(kinds)]);
            }
            check(text.toString());
        }
    }

    /** Longer than what is copied in one go. */
    @Test
    void any_mix_of_many_characters_is_written_as_the_generator_writes_it() throws IOException {
        Random random = new Random(20261126);
        for (int round = 0; round < 60; round++) {
            StringBuilder text = new StringBuilder();
            int length = 3_000 + random.nextInt(20_000);
            int run = 1 + random.nextInt(600);
            // Every third text has short escapes only, every third is ASCII.
            int kinds = round % 3 == 0 ? 10 : round % 3 == 1 ? 15 : PIECES.length;
            while (text.length() < length) {
                text.append("plain ".repeat(random.nextInt(run))).append(PIECES[random.nextInt(kinds)]);
            }
            check(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 47, 48, 49, 63, 64, 65, 66, 71, 72, 73, 4_095, 4_096, 4_097, 8_000, 100_000})
    void the_end_of_a_text_may_stand_anywhere(int length) throws IOException {
        check("x".repeat(length));
        check("x".repeat(length) + "\n");
        check("x".repeat(length) + "é");
        check("?".repeat(length));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 64, 300})
    void what_was_read_as_a_text_can_be_taken_as_it_was_written(int length) {
        String written = "\"" + "x".repeat(length) + "\\n\"";
        try (JsonReader in = JsonReader.request(("[" + written + ",1]").getBytes(StandardCharsets.UTF_8))) {
            in.beginArray();
            in.nextElement();
            int mark = in.mark();
            assertThat(in.string()).hasSize(length + 1);
            assertThat(in.rawSince(mark)).hasToString(written);
            assertThat(in.string()).hasSize(length + 1);
            in.nextElement();
            assertThat(in.integer()).isEqualTo(1);
        }
    }

    @Test
    void escapes_that_the_writer_never_uses_are_read() {
        String json = "[\"" + "a\\/b\\u0041\\u00e9".repeat(20) + "\",1]";
        assertThat(read(json.getBytes(StandardCharsets.UTF_8))).isEqualTo("a/bAé".repeat(20));
        String slashes = "[\"" + "a\\/b".repeat(40) + "\",1]";
        assertThat(read(slashes.getBytes(StandardCharsets.UTF_8))).isEqualTo("a/b".repeat(40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\x", "\\", "\\é", "\n", "\u0001"})
    void what_no_string_may_hold_is_refused_as_ever(String wrong) {
        byte[] json = ("[\"" + "x".repeat(100) + wrong + "x".repeat(100) + "\",1]").getBytes(StandardCharsets.UTF_8);
        if (wrong.equals("\\")) {
            json = ("[\"" + "x".repeat(100) + wrong + "\",1]").getBytes(StandardCharsets.UTF_8);
        }
        byte[] body = json;
        assertThat(catchThrowable(() -> read(body))).isInstanceOf(ChatException.class);
    }

    @Test
    void a_text_that_breaks_off_is_refused_as_ever() {
        byte[] json = ("[\"" + "x".repeat(300)).getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowable(() -> read(json))).isInstanceOf(ChatException.class);
    }

    @Test
    void every_byte_is_found_wherever_it_stands() {
        for (int at = 0; at < 40; at++) {
            for (int b = -128; b < 128; b++) {
                byte[] bytes = "x".repeat(40).getBytes(StandardCharsets.US_ASCII);
                bytes[at] = (byte) b;
                boolean plain = b >= ' ' && b != '"' && b != '\\';
                assertThat(ByteScan.plainEnd(bytes, 0, 40)).isEqualTo(plain ? 40 : at);
                assertThat(ByteScan.quoteOrBackslash(bytes, 0, 40)).isEqualTo(b == '"' || b == '\\' ? at : 40);
                assertThat(ByteScan.indexOf(bytes, (byte) b, 0, 40)).isEqualTo(b == 'x' ? 0 : at);
            }
        }
    }
}
