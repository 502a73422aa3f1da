// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import java.util.List;

/**
 * Tags between which a vendor's reasoning stands at the beginning of the text.
 *
 * @param names their names, such as {@code think} for {@code <think>…</think>}; empty if there is nothing to look for
 * @param openedByPrompt whether the template of the model ends the prompt with the opening tag, so that the answer begins within
 *     the thought: all of it is thought until the tag of the first name is closed. Only for servers that leave it to us to part
 *     the two, as a text without tags would be taken for a thought
 */
public record ThinkTags(List<String> names, boolean openedByPrompt) {
    /** No tags. */
    public static final ThinkTags NONE = new ThinkTags(List.of(), false);

    /** @throws IllegalArgumentException if a prompt opens a tag that has no name */
    public ThinkTags {
        names = List.copyOf(names);
        if (openedByPrompt && names.isEmpty()) {
            throw new IllegalArgumentException("'opened-by-prompt' is about tags: add 'think-tags: think'");
        }
    }

    boolean isNone() {
        return names.isEmpty();
    }

    /** The tags of a text that comes after reasoning: a prompt opened nothing for it. */
    ThinkTags afterThought() {
        return openedByPrompt ? new ThinkTags(names, false) : this;
    }
}
