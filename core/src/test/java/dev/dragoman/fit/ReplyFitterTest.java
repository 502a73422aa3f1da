// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.ExtensionWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplyFitterTest {
    private static final String PATH = "choices[0].message.parts[0]";

    private final Losses losses = new Losses();
    private final ReplyFitter fitter = new ReplyFitter(new ExtensionWriter("mine", Set.of()), losses) {};

    @Test
    void a_text_loses_its_breakpoint_and_what_other_dialects_know() {
        Extensions foreign = Extensions.of("other", "name", RawJson.TRUE);

        assertThat(fitter.fit(new Text("Hello", List.of(), null, CacheHint.DEFAULT, foreign), PATH))
                .isEqualTo(Text.of("Hello"));
        assertThat(losses.toList())
                .extracting(Loss::path)
                .containsExactly(PATH + ".cache", PATH + ".extensions.other.name");
    }

    @Test
    void a_refusal_is_a_text() {
        assertThat(fitter.fit(new Refusal("No", Extensions.NONE), PATH)).isEqualTo(Text.of("No"));
        assertThat(losses.toList()).extracting(Loss::path).containsExactly(PATH);
    }

    @Test
    void media_and_parts_of_other_dialects_are_dropped() {
        RawJson json = RawJson.EMPTY_OBJECT;

        assertThat(fitter.fit(Image.of(MediaSource.Url.of("https://example.com/a.png")), PATH))
                .isNull();
        assertThat(fitter.fit(new Opaque("other", "thing", json), PATH)).isNull();
        assertThat(fitter.fit(new Opaque("mine", "thing", json), PATH)).isNotNull();
        assertThat(losses.toList()).hasSize(2);
    }
}
