// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.framing;

import dev.dragoman.json.WireBuffer;
import java.nio.charset.StandardCharsets;

/** Writes server-sent events. */
public final class Sse {
    private static final byte[] EVENT = "event: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COMMENT = ": ".getBytes(StandardCharsets.US_ASCII);

    private Sse() {}

    /** Begins an event without a name. JSON on one line comes next, then {@link #end}. */
    public static void begin(WireBuffer out) {
        out.write(DATA);
    }

    /** Begins an event of this name. JSON on one line comes next, then {@link #end}. */
    public static void begin(WireBuffer out, String event) {
        out.write(EVENT);
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
        out.write(DATA);
    }

    /** Ends an event. */
    public static void end(WireBuffer out) {
        out.write('\n');
        out.write('\n');
    }

    /** Writes a comment, which clients pass over. Line breaks in it become spaces, so that it cannot end and begin an event. */
    public static void comment(WireBuffer out, String text) {
        out.write(COMMENT);
        out.write(text.replace('\n', ' ').replace('\r', ' ').getBytes(StandardCharsets.UTF_8));
        end(out);
    }

    /** Writes a frame as it was read. */
    public static void copy(WireBuffer out, Frame frame) {
        String event = frame.event();
        if (event == null) {
            begin(out);
        } else {
            begin(out, event);
        }
        int from = frame.offset();
        int to = from + frame.length();
        for (int i = from; i < to; i++) {
            if (frame.buffer()[i] == '\n') {
                out.write(frame.buffer(), from, i + 1 - from);
                begin(out);
                from = i + 1;
            }
        }
        out.write(frame.buffer(), from, to - from);
        end(out);
    }
}
