// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.tool;

import java.util.Objects;

/**
 * What the input of a {@link CustomTool} must look like.
 *
 * @param syntax how it is written: {@code lark} or {@code regex}
 * @param definition the grammar
 */
public record Grammar(String syntax, String definition) {
    /** Checks that nothing required is missing. */
    public Grammar {
        Objects.requireNonNull(syntax, "syntax");
        Objects.requireNonNull(definition, "definition");
    }

    /** A size only. */
    @Override
    public String toString() {
        return "Grammar[syntax=" + syntax + ", " + definition.length() + " characters]";
    }
}
