// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.content;

import dev.dragoman.model.Extensions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sound: heard by the model, spoken by it, or spoken by it before and named by its id.
 *
 * @param source where its bytes are; {@code null} if only an id or a transcript is known
 * @param id the vendor's id of sound it made, by which a later request names it; {@code null} if none
 * @param transcript what is said in it; {@code null} if unknown
 * @param expiresAt Unix time in seconds after which {@code id} is no longer valid; {@code null} if unknown
 * @param cache a caching breakpoint after this part; {@code null} if none
 * @param extensions fields only one dialect knows
 */
public record Audio(
        @Nullable MediaSource source,
        @Nullable String id,
        @Nullable String transcript,
        @Nullable Long expiresAt,
        @Nullable CacheHint cache,
        Extensions extensions)
        implements Part {
    /** Checks that nothing required is missing. */
    public Audio {
        Objects.requireNonNull(extensions, "extensions");
    }

    /** Sound to be heard. */
    public static Audio of(MediaSource source) {
        return new Audio(source, null, null, null, null, Extensions.NONE);
    }

    /** Sound that the vendor made before. */
    public static Audio reference(String id) {
        return new Audio(null, id, null, null, null, Extensions.NONE);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.audio(this);
    }

    @Override
    public String toString() {
        return "Audio[source=" + source + ", id=" + id + ", expiresAt=" + expiresAt + "]";
    }
}
