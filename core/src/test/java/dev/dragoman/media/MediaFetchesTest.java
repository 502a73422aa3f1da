// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MediaFetchesTest {
    private static final MediaIntake BYTES = new MediaIntake(
            Set.of(), Map.of(MediaKind.IMAGE, Set.of("image/png"), MediaKind.AUDIO, Set.of("audio/wav")));
    private static final MediaSource PICTURE = MediaSource.Url.of("https://example.com/a.png");
    private static final ChatRequest REQUEST = ChatRequest.builder("m")
            .user(
                    Text.of("Look"),
                    Image.of(PICTURE),
                    Image.of(MediaSource.Url.of("gs://bucket/b.png")),
                    Image.of(new MediaSource.Base64("image/png", "AA==")),
                    Document.of(MediaSource.Url.of("https://example.com/c.pdf"), null))
            .message(Message.of(
                    Role.TOOL,
                    List.of(new ToolResult(
                            "a",
                            null,
                            List.of(Text.of("x"), Audio.of(MediaSource.Url.of("HTTP://example.com/d"))),
                            null,
                            null,
                            Extensions.NONE))))
            .build();

    @Test
    void addresses_that_the_target_takes_as_content_only_are_wanted_also_in_results() {
        List<WantedMedia> wanted = MediaFetches.of(REQUEST, BYTES);
        assertThat(wanted)
                .extracting(WantedMedia::path)
                .containsExactly("messages[0].parts[1].source", "messages[1].parts[0].content[1].source");
        assertThat(wanted.get(0).types()).containsExactly("image/png");
        assertThat(wanted.get(1).kind()).isEqualTo(MediaKind.AUDIO);
        assertThat(wanted.get(1).toString()).doesNotContain("example.com");
    }

    @Test
    void nothing_is_wanted_for_a_target_that_takes_addresses() {
        assertThat(MediaFetches.of(REQUEST, MediaIntake.ANY)).isEmpty();
        assertThat(MediaFetches.substitute(REQUEST, MediaIntake.ANY, medium -> null))
                .isSameAs(REQUEST);
    }

    @Test
    void a_vendor_takes_less_than_its_dialect() {
        MediaIntake dialect =
                new MediaIntake(Set.of(MediaKind.IMAGE, MediaKind.AUDIO), Map.of(MediaKind.IMAGE, Set.of("image/png")));
        assertThat(MediaFetches.of(REQUEST, dialect)).isEmpty();
        assertThat(dialect.without(Set.of("top_k"))).isSameAs(dialect);
        assertThat(MediaFetches.of(REQUEST, dialect.without(Set.of("image:url"))))
                .hasSize(1);
        assertThat(dialect.without(Set.of("audio:url")).insteadOfAddress(MediaKind.AUDIO))
                .isEmpty();
    }

    @Test
    void what_was_fetched_stands_in_its_place_and_the_rest_stays() {
        MediaSource.Base64 content = new MediaSource.Base64("image/png", "iVBO");
        ChatRequest changed =
                MediaFetches.substitute(REQUEST, BYTES, medium -> medium.kind() == MediaKind.IMAGE ? content : null);
        assertThat(changed.messages().get(0).parts().get(1)).isEqualTo(Image.of(content));
        assertThat(changed.messages().get(0).parts().get(2))
                .isEqualTo(REQUEST.messages().get(0).parts().get(2));
        assertThat(changed.messages().get(1)).isSameAs(REQUEST.messages().get(1));
        assertThat(MediaFetches.substitute(REQUEST, BYTES, medium -> null)).isSameAs(REQUEST);
    }
}
