// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds reasoning between tags at the beginning of a text that arrives in pieces: {@code <think>…</think>answer}. A tag may be
 * cut anywhere. White space before the first tag and behind the last is no part of the answer; a tag further on is text like
 * any other. Some templates write the opening tag into the prompt, so that the answer begins with the thought: that cannot be
 * told from an answer, and stays text unless the tags are said to be {@link ThinkTags#openedByPrompt()}. Not thread-safe.
 */
final class ThinkScanner {
    /** Takes what was told apart. */
    interface Sink {
        void thought(String text);

        void thoughtEnds();

        void text(String text);
    }

    private enum State {
        BEFORE,
        THOUGHT,
        AFTER,
        TEXT
    }

    private final ThinkTags tags;
    private final Sink sink;
    private State state = State.BEFORE;
    private String waiting = "";
    private String closing = "";

    ThinkScanner(ThinkTags tags, Sink sink) {
        this.tags = tags;
        this.sink = sink;
    }

    void append(String piece) {
        waiting = waiting + piece;
        boolean more = true;
        while (more && !waiting.isEmpty()) {
            more = switch (state) {
                case BEFORE -> before();
                case THOUGHT -> thought();
                case AFTER -> after();
                case TEXT -> {
                    flushText();
                    yield false;
                }
            };
        }
    }

    /** No more text comes: what waits is what it is. */
    void end() {
        if (state == State.BEFORE && tags.openedByPrompt() && !waiting.isEmpty()) {
            begin(tags.names().get(0));
        }
        if (state == State.THOUGHT) {
            if (!waiting.isEmpty()) {
                sink.thought(waiting);
            }
            sink.thoughtEnds();
        } else if (state != State.AFTER && !waiting.isEmpty()) {
            sink.text(waiting);
        }
        waiting = "";
        state = State.TEXT;
    }

    private boolean before() {
        String stripped = waiting.stripLeading();
        String tag = opening(stripped);
        if (tag != null) {
            begin(tag);
            waiting = stripped.substring(tag.length() + 2);
            return true;
        }
        if (mayOpen(stripped)) {
            return false;
        }
        if (tags.openedByPrompt()) {
            begin(tags.names().get(0));
        } else {
            state = State.TEXT;
        }
        return true;
    }

    private void begin(String tag) {
        closing = "</" + tag + ">";
        state = State.THOUGHT;
    }

    private boolean thought() {
        int end = waiting.indexOf(closing);
        if (end >= 0) {
            if (end > 0) {
                sink.thought(waiting.substring(0, end));
            }
            sink.thoughtEnds();
            waiting = waiting.substring(end + closing.length());
            state = State.AFTER;
            return true;
        }
        int kept = tail(waiting, closing);
        String told = waiting.substring(0, waiting.length() - kept);
        if (!told.isEmpty()) {
            sink.thought(told);
        }
        waiting = waiting.substring(waiting.length() - kept);
        return false;
    }

    private boolean after() {
        waiting = waiting.stripLeading();
        if (waiting.isEmpty()) {
            return false;
        }
        state = State.TEXT;
        return true;
    }

    private void flushText() {
        sink.text(waiting);
        waiting = "";
    }

    private @Nullable String opening(String text) {
        for (String tag : tags.names()) {
            if (text.startsWith("<" + tag + ">")) {
                return tag;
            }
        }
        return null;
    }

    private boolean mayOpen(String text) {
        return tags.names().stream().anyMatch(tag -> ("<" + tag + ">").startsWith(text));
    }

    /** How many characters at the end of the text may be the beginning of the tag. */
    private static int tail(String text, String tag) {
        int most = Math.min(text.length(), tag.length() - 1);
        for (int length = most; length > 0; length--) {
            if (text.regionMatches(text.length() - length, Objects.requireNonNull(tag), 0, length)) {
                return length;
            }
        }
        return 0;
    }
}
