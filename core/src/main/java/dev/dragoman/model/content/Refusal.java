// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.content;

import dev.dragoman.model.Extensions;
import java.util.Objects;

/**
 * The model's refusal to answer.
 *
 * @param text why, in the model's words
 * @param extensions fields only one dialect knows
 */
public record Refusal(String text, Extensions extensions) implements Part {
    /** Checks that nothing required is missing. */
    public Refusal {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(extensions, "extensions");
    }

    /** A refusal and nothing else. */
    public static Refusal of(String text) {
        return new Refusal(text, Extensions.NONE);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.refusal(this);
    }

    @Override
    public String toString() {
        return "Refusal[" + text.length() + " characters]";
    }
}
