// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.capability;

/** Ways in which a model can be told to think or not. */
public enum ThinkingKind {
    /** The model decides how much. */
    ADAPTIVE,
    /** With a budget of tokens. */
    MANUAL,
    /** Not at all. */
    OFF,
    /** Not before the answer, but between calls of tools (Anthropic {@code between_tools}). */
    BETWEEN_TOOLS
}
