// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A body that is translated, and how it spells its long texts. Within its translation a {@link JsonReader} of the body remembers
 * where each long text of ASCII stands, and a {@link JsonWriter} that is given the same text copies it from there, where it would
 * have to look for what needs escaping. Nothing else changes: outside, or where a text was changed on its way, it is spelled anew.
 *
 * <pre>{@code
 * EncodedRequest encoded = SpelledBody.within(wire.body(), () ->
 *         target.requestEncoder().encode(source.requestDecoder().decode(wire).request(), context));
 * }</pre>
 */
public final class SpelledBody {
    /** How many texts further on one is looked for: targets may want another order, but not quite another one. */
    private static final int AHEAD = 32;

    private static final ThreadLocal<@Nullable SpelledBody> CURRENT = new ThreadLocal<>();

    private final byte[] body;
    private String[] texts = {};
    private int[] starts = {};
    private int[] ends = {};
    private int size;
    private int next;

    private SpelledBody(byte[] body) {
        this.body = Objects.requireNonNull(body, "body");
    }

    /**
     * Does a translation on this thread.
     *
     * @param body must not change meanwhile
     * @param work reads the body and writes other ones
     * @return what the work returns
     */
    public static <T extends @Nullable Object> T within(byte[] body, Supplier<T> work) {
        SpelledBody outer = CURRENT.get();
        CURRENT.set(new SpelledBody(body));
        try {
            return work.get();
        } finally {
            CURRENT.set(outer);
        }
    }

    /** The one that is translated on this thread; {@code null} if there is none. */
    static @Nullable SpelledBody current() {
        return CURRENT.get();
    }

    /** Whether this array is the body. */
    boolean is(byte[] source) {
        return source == body;
    }

    /** The body. */
    byte[] bytes() {
        return body;
    }

    /** A text stands between these two, without its quotes. */
    void add(String text, int start, int end) {
        if (size == texts.length) {
            int room = Math.max(16, size * 2);
            texts = Arrays.copyOf(texts, room);
            starts = Arrays.copyOf(starts, room);
            ends = Arrays.copyOf(ends, room);
        }
        texts[size] = text;
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    /** The number of this very text; negative if it did not come out of the body, or from somewhere else than expected. */
    @SuppressWarnings(
            "ReferenceEquality") // an equal text that was made on the way may be spelled otherwise, and comparing costs
    int find(String text) {
        for (int i = next; i < Math.min(size, next + AHEAD); i++) {
            if (texts[i] == text) {
                next = i + 1;
                return i;
            }
        }
        for (int i = Math.max(0, next - AHEAD); i < next; i++) {
            if (texts[i] == text) {
                next = i + 1;
                return i;
            }
        }
        return -1;
    }

    int start(int number) {
        return starts[number];
    }

    int end(int number) {
        return ends[number];
    }
}
