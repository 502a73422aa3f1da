// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.settings;

import java.util.Objects;

/**
 * How hard to think. An open vocabulary: the constants are OpenAI's words (openai-java 4.100.0), which the other dialects'
 * words convert to; a vendor may know more.
 *
 * @param value the word, lower case
 */
public record ReasoningEffort(String value) {
    /** Not at all. */
    public static final ReasoningEffort NONE = new ReasoningEffort("none");
    /** As little as the model can. */
    public static final ReasoningEffort MINIMAL = new ReasoningEffort("minimal");
    /** Little. */
    public static final ReasoningEffort LOW = new ReasoningEffort("low");
    /** Middling. */
    public static final ReasoningEffort MEDIUM = new ReasoningEffort("medium");
    /** Hard. */
    public static final ReasoningEffort HIGH = new ReasoningEffort("high");
    /** Harder. */
    public static final ReasoningEffort XHIGH = new ReasoningEffort("xhigh");
    /** As hard as the model can. */
    public static final ReasoningEffort MAX = new ReasoningEffort("max");

    /** @throws IllegalArgumentException if the word is empty */
    public ReasoningEffort {
        Objects.requireNonNull(value, "value");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an effort is a word");
        }
    }
}
