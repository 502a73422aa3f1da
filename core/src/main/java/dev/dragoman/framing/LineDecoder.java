// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.framing;

import java.util.function.Consumer;

/** One JSON text a line (NDJSON): LF or CRLF ends a line, blank lines are passed over, the last line may lack its end. */
public final class LineDecoder implements FrameDecoder {
    private final Frame frame = new Frame();
    private final LineBuffer line = new LineBuffer();

    @Override
    public void feed(byte[] bytes, int offset, int length, Consumer<? super Frame> out) {
        int start = offset;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            if (bytes[i] == '\n') {
                if (line.isEmpty()) {
                    deliver(bytes, start, i - start, out);
                } else {
                    line.append(bytes, start, i - start);
                    deliver(line.array(), 0, line.size(), out);
                    line.reset();
                }
                start = i + 1;
            }
        }
        if (start < end) {
            line.append(bytes, start, end - start);
        }
    }

    @Override
    public void end(Consumer<? super Frame> out) {
        deliver(line.array(), 0, line.size(), out);
        line.reset();
    }

    private void deliver(byte[] bytes, int offset, int length, Consumer<? super Frame> out) {
        int from = offset;
        int to = offset + length;
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (to > from && isBlank(bytes[to - 1])) {
            to--;
        }
        if (from < to) {
            frame.set(null, bytes, from, to - from);
            out.accept(frame);
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }
}
