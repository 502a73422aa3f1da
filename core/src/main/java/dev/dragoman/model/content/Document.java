// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.content;

import dev.dragoman.model.Extensions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file for the model to read: PDF, text, office formats.
 *
 * @param source where its bytes are
 * @param name file name or title; {@code null} if none
 * @param context what the model should know about the file without citing it (Anthropic, Bedrock); {@code null} if none
 * @param citations whether the model should cite from it (Anthropic, Bedrock); {@code null} if not said
 * @param cache a caching breakpoint after this part; {@code null} if none
 * @param extensions fields only one dialect knows
 */
public record Document(
        MediaSource source,
        @Nullable String name,
        @Nullable String context,
        @Nullable Boolean citations,
        @Nullable CacheHint cache,
        Extensions extensions)
        implements Part {
    /** Checks that nothing required is missing. */
    public Document {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(extensions, "extensions");
    }

    /** A file with its name. */
    public static Document of(MediaSource source, @Nullable String name) {
        return new Document(source, name, null, null, null, Extensions.NONE);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.document(this);
    }

    /** No context: what users write stays out of logs. */
    @Override
    public String toString() {
        return "Document[" + source + ", name=" + name + "]";
    }
}
