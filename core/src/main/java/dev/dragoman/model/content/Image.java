// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.content;

import dev.dragoman.model.Extensions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A picture.
 *
 * @param source where its bytes are
 * @param detail how closely the model should look: {@code auto}, {@code low}, {@code high}, {@code original} (OpenAI's words)
 *     or another vendor's word; {@code null} for the vendor's default
 * @param cache a caching breakpoint after this part; {@code null} if none
 * @param extensions fields only one dialect knows
 */
public record Image(
        MediaSource source,
        @Nullable String detail,
        @Nullable CacheHint cache,
        Extensions extensions) implements Part {
    /** Checks that nothing required is missing. */
    public Image {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(extensions, "extensions");
    }

    /** A picture at the vendor's default detail. */
    public static Image of(MediaSource source) {
        return new Image(source, null, null, Extensions.NONE);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.image(this);
    }
}
