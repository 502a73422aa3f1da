// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExtensionWriterTest {
    private static final ExtensionWriter WRITER = new ExtensionWriter("mine", Set.of());
    private static final Extensions MIXED = Extensions.of("mine", "a", RawJson.TRUE)
            .with("mine", "inside.b", RawJson.TRUE)
            .with("other", "c", RawJson.TRUE);

    @Test
    void only_own_fields_are_kept_and_the_others_reported() {
        Losses losses = new Losses();

        Extensions own = WRITER.own(MIXED, "messages[0]", losses);

        assertThat(own.byDialect()).containsOnlyKeys("mine");
        assertThat(losses.toList()).extracting(Loss::path).containsExactly("messages[0].extensions.other.c");
    }

    @Test
    void fields_of_an_object_inside_are_left_to_it() {
        WireBuffer out = new WireBuffer(64);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            WRITER.writeOwn(MIXED, json);
            json.endObject();
        }

        assertThat(new String(out.toBytes(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":true}");
    }
}
