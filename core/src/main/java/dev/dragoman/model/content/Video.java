// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.content;

import dev.dragoman.model.Extensions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A film. Gemini and Bedrock take one, and several OpenAI-compatible vendors as {@code video_url}.
 *
 * @param source where its bytes are
 * @param cache a caching breakpoint after this part; {@code null} if none
 * @param extensions fields only one dialect knows, such as Gemini's {@code videoMetadata}
 */
public record Video(MediaSource source, @Nullable CacheHint cache, Extensions extensions) implements Part {
    /** Checks that nothing required is missing. */
    public Video {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(extensions, "extensions");
    }

    /** A film and nothing else. */
    public static Video of(MediaSource source) {
        return new Video(source, null, Extensions.NONE);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.video(this);
    }
}
