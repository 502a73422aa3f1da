// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model;

/** Who speaks in a {@link Message}. */
public enum Role {
    /** Instructions; the word of models before OpenAI's o-series and of most other vendors. */
    SYSTEM,
    /** Instructions; OpenAI's word since the o-series. Dialects that know only one of the two words treat both alike. */
    DEVELOPER,
    /** The person or program that asks. */
    USER,
    /** The model. */
    ASSISTANT,
    /** What a tool returned. */
    TOOL;

    /** Whether this role gives instructions. */
    public boolean isInstruction() {
        return this == SYSTEM || this == DEVELOPER;
    }
}
