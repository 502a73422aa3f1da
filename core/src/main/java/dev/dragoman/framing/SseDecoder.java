// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.framing;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events after the WHATWG HTML standard, section "event stream interpretation": LF, CR and CRLF end a line, a blank
 * line ends an event, several {@code data} lines are joined by LF, comments and unknown fields are passed over, a byte order
 * mark at the start is dropped. Unlike a browser it delivers a last event that lacks its blank line, as OpenAI's Node SDK does:
 * vendors forget it.
 *
 * <p>Lines are found by their bytes, so a character of several bytes may be cut anywhere.
 */
public final class SseDecoder implements FrameDecoder {
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Frame frame = new Frame();
    /** The unfinished line. */
    private final LineBuffer line = new LineBuffer();
    /** The data lines of the unfinished event, where there is more than one. */
    private final LineBuffer data = new LineBuffer();

    private boolean hasData;
    private @Nullable String event;
    private boolean skipLineFeed;
    private boolean first = true;

    @Override
    public void feed(byte[] bytes, int offset, int length, Consumer<? super Frame> out) {
        int start = offset;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            byte b = bytes[i];
            if (skipLineFeed) {
                skipLineFeed = false;
                if (b == '\n') {
                    start = i + 1;
                    continue;
                }
            }
            if (b == '\n' || b == '\r') {
                takeLine(bytes, start, i - start, out);
                start = i + 1;
                skipLineFeed = b == '\r';
            }
        }
        if (start < end) {
            line.append(bytes, start, end - start);
        }
    }

    @Override
    public void end(Consumer<? super Frame> out) {
        if (!line.isEmpty()) {
            takeLine(line.array(), 0, 0, out);
        }
        deliver(out);
    }

    private void takeLine(byte[] bytes, int offset, int length, Consumer<? super Frame> out) {
        if (line.isEmpty()) {
            interpret(bytes, offset, length, out);
        } else {
            line.append(bytes, offset, length);
            interpret(line.array(), 0, line.size(), out);
            line.reset();
        }
    }

    private void interpret(byte[] bytes, int offset, int length, Consumer<? super Frame> out) {
        if (first) {
            first = false;
            if (startsWith(bytes, offset, length, BOM)) {
                offset += BOM.length;
                length -= BOM.length;
            }
        }
        if (length == 0) {
            deliver(out);
            return;
        }
        int colon = 0;
        while (colon < length && bytes[offset + colon] != ':') {
            colon++;
        }
        int value = Math.min(colon + 1, length);
        if (value < length && bytes[offset + value] == ' ') {
            value++;
        }
        if (isName(bytes, offset, colon, "data")) {
            if (hasData) {
                data.append((byte) '\n');
            }
            hasData = true;
            data.append(bytes, offset + value, length - value);
        } else if (isName(bytes, offset, colon, "event")) {
            event = new String(bytes, offset + value, length - value, StandardCharsets.UTF_8);
        }
    }

    private void deliver(Consumer<? super Frame> out) {
        if (hasData) {
            frame.set(event, data.array(), 0, data.size());
            hasData = false;
            event = null;
            out.accept(frame);
            data.reset();
        } else {
            event = null;
        }
    }

    private static boolean isName(byte[] bytes, int offset, int length, String name) {
        if (length != name.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[offset + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] bytes, int offset, int length, byte[] prefix) {
        if (length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[offset + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
