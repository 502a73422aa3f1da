// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import dev.dragoman.model.error.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The attempts at one request and what became of them. */
public final class AttemptLog {
    /** It answers, or has answered. */
    public static final String OK = "ok";
    /** It was left alone because it fails too often. */
    public static final String OPEN = "left-alone";
    /** It cannot be put this question. */
    public static final String UNFIT = "unfit";

    /**
     * One attempt.
     *
     * @param target who was asked, {@code provider/model}
     * @param outcome what became of it, a word
     */
    public record Entry(String target, String outcome) {}

    private final List<Entry> entries = new ArrayList<>(2);

    void add(String target, String outcome) {
        entries.add(new Entry(target, outcome));
    }

    /** So far, in order; a copy. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The word for a failure: {@code rate-limit}. */
    static String word(ErrorKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
