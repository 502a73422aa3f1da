// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.framing;

import java.util.function.Consumer;

/** Cuts a byte stream into frames. One per stream; not thread-safe. */
public interface FrameDecoder {
    /** Largest frame that is taken, in bytes; a larger one fails the stream. */
    int MAX_FRAME = 64 * 1024 * 1024;

    /**
     * Takes the next bytes and delivers each frame that they complete.
     *
     * @throws dev.dragoman.model.error.ChatException if the bytes break the framing or a frame exceeds {@link #MAX_FRAME}
     */
    void feed(byte[] bytes, int offset, int length, Consumer<? super Frame> out);

    /**
     * Says that no bytes follow. A last frame without its end mark is delivered where the framing allows it.
     *
     * @throws dev.dragoman.model.error.ChatException if the stream ends inside a frame and the framing forbids that
     */
    void end(Consumer<? super Frame> out);
}
