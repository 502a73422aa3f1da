// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

/** Tokens that a choice produced, by what they are. */
final class TokenCounts {
    long reasoning;
    long text;
    long audio;
    long calls;
    long accepted;
    long rejected;

    void add(TokenCounts others) {
        reasoning += others.reasoning;
        text += others.text;
        audio += others.audio;
        calls += others.calls;
        accepted += others.accepted;
        rejected += others.rejected;
    }

    /** All of them; rejected predictions count as if they had been said. */
    long total() {
        return reasoning + text + audio + calls + rejected;
    }
}
