// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.content;

import dev.dragoman.model.Extensions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Visible text.
 *
 * @param text Unicode text, never trimmed; may be empty (a signature may come with empty text)
 * @param citations where statements of this text come from, in order
 * @param signature a proof that the vendor wants back with this text (Gemini {@code thoughtSignature}); {@code null} if none
 * @param cache a caching breakpoint after this part; {@code null} if none
 * @param extensions fields only one dialect knows
 */
public record Text(
        String text,
        List<Citation> citations,
        @Nullable Signature signature,
        @Nullable CacheHint cache,
        Extensions extensions)
        implements Part {
    /** Copies the list. */
    public Text {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(extensions, "extensions");
        citations = List.copyOf(citations);
    }

    /** Text and nothing else. */
    public static Text of(String text) {
        return new Text(text, List.of(), null, null, Extensions.NONE);
    }

    /** Whether there is nothing here but text. */
    public boolean isPlain() {
        return citations.isEmpty() && signature == null && cache == null && extensions.isEmpty();
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.text(this);
    }

    @Override
    public String toString() {
        return "Text[" + text.length() + " characters, " + citations.size() + " citations]";
    }
}
