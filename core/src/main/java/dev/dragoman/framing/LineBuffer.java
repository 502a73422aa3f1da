// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.framing;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import java.util.Arrays;

/** Bytes of an unfinished line or frame, kept between two reads. */
final class LineBuffer {
    private byte[] bytes = new byte[512];
    private int size;

    void append(byte[] source, int offset, int length) {
        if (length > FrameDecoder.MAX_FRAME - size) {
            throw new ChatException(ChatError.of(
                    ErrorKind.UPSTREAM, "A frame of the stream is larger than " + FrameDecoder.MAX_FRAME + " bytes"));
        }
        if (bytes.length - size < length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + length, Math.min(FrameDecoder.MAX_FRAME, bytes.length * 2)));
        }
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    void append(byte b) {
        append(new byte[] {b}, 0, 1);
    }

    byte[] array() {
        return bytes;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void reset() {
        size = 0;
    }
}
