// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;

/** Arrays as Vert.x buffers and back without copies. Vert.x 5 offers both elsewhere: this is the one place to change. */
@SuppressWarnings("deprecation")
public final class Buffers {
    private Buffers() {}

    /** Reads a part of an array. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads {@code length} bytes from {@code offset}. */
        T read(byte[] bytes, int offset, int length);
    }

    /** A buffer of these bytes, which must not change any more. */
    public static Buffer wrap(byte[] bytes) {
        return Buffer.buffer(Unpooled.wrappedBuffer(bytes));
    }

    /** Lets a reader read the bytes of a buffer, in place where that is possible. */
    public static <T> T read(Buffer buffer, Reader<T> reader) {
        ByteBuf bytes = buffer.getByteBuf();
        return bytes.hasArray()
                ? reader.read(bytes.array(), bytes.arrayOffset() + bytes.readerIndex(), bytes.readableBytes())
                : reader.read(buffer.getBytes(), 0, buffer.length());
    }
}
