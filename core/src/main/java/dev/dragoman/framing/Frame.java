// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.framing;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One frame of a stream: a server-sent event, a line of JSON, an event-stream message. It is a view of the framer's buffer and
 * valid only until the call that delivered it returns.
 */
public final class Frame {
    private @Nullable String event;
    private byte[] buffer = new byte[0];
    private int offset;
    private int length;

    /** A frame of its own bytes, for tests and for frames made by hand. */
    public static Frame of(@Nullable String event, String data) {
        byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
        Frame frame = new Frame();
        frame.set(event, bytes, 0, bytes.length);
        return frame;
    }

    /** A frame of a part of an array, which is not copied. For framings that keep no buffer of their own. */
    public static Frame of(@Nullable String event, byte[] buffer, int offset, int length) {
        Frame frame = new Frame();
        frame.set(event, buffer, offset, length);
        return frame;
    }

    void set(@Nullable String newEvent, byte[] newBuffer, int newOffset, int newLength) {
        event = newEvent;
        buffer = newBuffer;
        offset = newOffset;
        length = newLength;
    }

    /** Name of the event; {@code null} where the framing has none or none was given. */
    public @Nullable String event() {
        return event;
    }

    /** The array that holds the payload. Do not write to it. */
    public byte[] buffer() {
        return buffer;
    }

    /** Where the payload begins. */
    public int offset() {
        return offset;
    }

    /** How long the payload is, in bytes. */
    public int length() {
        return length;
    }

    /** Whether the payload is exactly this ASCII text. */
    public boolean contentEquals(String ascii) {
        if (ascii.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (buffer[offset + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The payload as text, a copy. */
    public String text() {
        return new String(buffer, offset, length, StandardCharsets.UTF_8);
    }
}
