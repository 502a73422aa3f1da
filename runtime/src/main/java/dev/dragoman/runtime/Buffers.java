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

    /** The bytes of a buffer that does not change any more: its own array where it fills one, a copy otherwise. */
    public static byte[] unwrap(Buffer buffer) {
        ByteBuf bytes = buffer.getByteBuf();
        boolean fills = bytes.hasArray()
                && bytes.arrayOffset() == 0
                && bytes.readerIndex() == 0
                && bytes.array().length == bytes.readableBytes();
        return fills ? bytes.array() : buffer.getBytes();
    }

    /** Lets a reader read the bytes of a buffer, in place where that is possible. */
    public static <T> T read(Buffer buffer, Reader<T> reader) {
        ByteBuf bytes = buffer.getByteBuf();
        return bytes.hasArray()
                ? reader.read(bytes.array(), bytes.arrayOffset() + bytes.readerIndex(), bytes.readableBytes())
                : reader.read(buffer.getBytes(), 0, buffer.length());
    }
}
