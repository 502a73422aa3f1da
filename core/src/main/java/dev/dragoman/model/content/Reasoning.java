// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.content;

import dev.dragoman.model.Extensions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the model's reasoning. It stands among the other parts in the order in which the model produced it and can be
 * sent back, but only to the issuer named in {@code origin}: signatures and encrypted data mean nothing to others.
 *
 * @param text the reasoning, or as much of it as the vendor shows; {@code null} if it shows none (a signature may come alone)
 * @param summary summaries that a vendor gives beside or instead of the text (OpenAI Responses), in order
 * @param signature proof of the text that the vendor wants back (Anthropic {@code signature}); {@code null} if none
 * @param encrypted reasoning that only the vendor can read (Anthropic {@code redacted_thinking.data}, Responses
 *     {@code encrypted_content}, Bedrock {@code redactedContent}); {@code null} if none
 * @param id the vendor's id of this item (Responses {@code rs_…}); {@code null} if none
 * @param origin who made it; {@code null} if unknown
 * @param extensions fields only one dialect knows
 */
public record Reasoning(
        @Nullable String text,
        List<String> summary,
        @Nullable String signature,
        @Nullable String encrypted,
        @Nullable String id,
        @Nullable Origin origin,
        Extensions extensions)
        implements Part {
    /** Copies the list. */
    public Reasoning {
        Objects.requireNonNull(extensions, "extensions");
        summary = List.copyOf(summary);
    }

    /** Visible reasoning of this origin. */
    public static Reasoning of(String text, @Nullable Origin origin) {
        return new Reasoning(text, List.of(), null, null, null, origin, Extensions.NONE);
    }

    /** Whether it holds something that only its issuer can use. */
    public boolean isSealed() {
        return signature != null || encrypted != null;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.reasoning(this);
    }

    @Override
    public String toString() {
        return "Reasoning[" + (text == null ? 0 : text.length()) + " characters, " + summary.size()
                + " summaries, signed=" + (signature != null) + ", encrypted=" + (encrypted != null) + ", origin="
                + origin + "]";
    }
}
