// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Long texts of a body are written as the body spells them, within its translation and nowhere else. */
class SpelledBodyTest {
    /** Spelled as no writer would. */
    private static final String SPELLED =
            "a path \\/ that\\nis long enough \\\"to be\\\" taken as it stands, over 64 bytes in all";

    private static final String MEANT =
            "a path / that\nis long enough \"to be\" taken as it stands, over 64 bytes in all";
    private static final String ANEW =
            "a path / that\\nis long enough \\\"to be\\\" taken as it stands, over 64 bytes in all";

    private static final byte[] BODY = body(SPELLED);

    @Test
    void a_text_is_written_as_the_body_spells_it() {
        assertThat(within(BODY, SpelledBodyTest::read)).isEqualTo("[\"" + SPELLED + "\"]");
    }

    @Test
    void an_equal_text_from_elsewhere_is_spelled_anew() {
        assertThat(within(BODY, body -> {
                    assertThat(read(body)).containsExactly(MEANT);
                    return List.of(MEANT);
                }))
                .isEqualTo("[\"" + ANEW + "\"]");
        byte[] other = BODY.clone();
        assertThat(within(BODY, body -> read(other))).isEqualTo("[\"" + ANEW + "\"]");
    }

    @Test
    void outside_nothing_is_remembered() {
        List<String> texts = SpelledBody.within(BODY, () -> read(BODY));
        assertThat(write(texts)).isEqualTo("[\"" + ANEW + "\"]");
        assertThat(write(read(BODY))).isEqualTo("[\"" + ANEW + "\"]");
        assertThatThrownBy(() -> SpelledBody.within(BODY, () -> {
                    throw new IllegalStateException("broken off");
                }))
                .hasMessage("broken off");
        assertThat(SpelledBody.current()).isNull();
    }

    @Test
    void one_translation_may_hold_another() {
        byte[] inner = body("another path \\/ that is long enough to be taken as it stands, over 64 bytes in all");
        String written = within(BODY, body -> {
            List<String> texts = new ArrayList<>(read(body));
            assertThat(within(inner, SpelledBodyTest::read)).contains("\\/ that is");
            texts.addAll(read(body));
            return texts;
        });
        assertThat(written).isEqualTo("[\"" + SPELLED + "\",\"" + SPELLED + "\"]");
    }

    @Test
    void many_texts_are_found_in_any_order() {
        String[] spelled = new String[500];
        for (int i = 0; i < spelled.length; i++) {
            spelled[i] = i % 3 == 0 ? "short " + i : SPELLED + i;
        }
        byte[] body = body(spelled);
        List<String> expected = new ArrayList<>(List.of(spelled));
        assertThat(within(body, SpelledBodyTest::read)).isEqualTo("[\"" + String.join("\",\"", expected) + "\"]");
        Collections.reverse(expected);
        String reversed = within(body, bytes -> {
            List<String> texts = new ArrayList<>(read(bytes));
            Collections.reverse(texts);
            return texts;
        });
        assertThat(reversed.replace("\\/", "/"))
                .isEqualTo(("[\"" + String.join("\",\"", expected) + "\"]").replace("\\/", "/"));
    }

    @Test
    void what_is_not_ascii_is_spelled_anew() {
        byte[] body = body("Gr\\u00fc\\u00dfe an alle, die bis hierher gelesen haben, und noch ein paar Worte dazu");
        assertThat(within(body, SpelledBodyTest::read)).startsWith("[\"Grüße an alle");
    }

    private interface Work {
        List<String> texts(byte[] body);
    }

    private static String within(byte[] body, Work work) {
        return SpelledBody.within(body, () -> write(work.texts(body)));
    }

    private static byte[] body(String... spelled) {
        return ("[\"" + String.join("\" , \"", spelled) + "\"]").getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> read(byte[] body) {
        List<String> texts = new ArrayList<>();
        try (JsonReader in = JsonReader.request(body)) {
            in.beginArray();
            while (in.nextElement()) {
                texts.add(in.string());
            }
        }
        return texts;
    }

    private static String write(List<String> texts) {
        WireBuffer out = new WireBuffer(64);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginArray();
            texts.forEach(json::value);
            json.endArray();
        }
        return new String(out.toBytes(), StandardCharsets.UTF_8);
    }
}
