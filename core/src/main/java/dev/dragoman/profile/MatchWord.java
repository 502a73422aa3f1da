// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

/** Demands that a word fits a pattern in which {@code *} stands for any characters. */
public final class MatchWord extends FieldAction {
    private final String pattern;

    /** @param pattern such as {@code *}{@code /*} */
    public MatchWord(String pattern) {
        this.pattern = pattern;
    }

    @Override
    void outgoing(FieldSite site) {
        String word = JsonWords.word(site.value());
        if (word != null && !Glob.matches(pattern, word)) {
            throw site.refused("it must look like '" + pattern + "'");
        }
    }

    @Override
    void incoming(FieldSite site) {
        outgoing(site);
    }
}
