// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/** A growing array of bytes that can be used again. Not thread-safe. */
public final class WireBuffer extends OutputStream {
    private byte[] bytes;
    private int size;

    /** An empty buffer with room for this many bytes. */
    public WireBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    @Override
    public void write(int b) {
        ensure(1);
        bytes[size++] = (byte) b;
    }

    @Override
    public void write(byte[] source) {
        write(source, 0, source.length);
    }

    @Override
    public void write(byte[] source, int from, int length) {
        Objects.checkFromIndexSize(from, length, source.length);
        ensure(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    /** Writes what another buffer holds. */
    public void append(WireBuffer other) {
        write(other.bytes, 0, other.size);
    }

    /** Number of bytes written since the last {@link #reset()}. */
    public int size() {
        return size;
    }

    /** Whether nothing was written since the last {@link #reset()}. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Forgets what was written and keeps the memory. */
    public void reset() {
        size = 0;
    }

    /** Forgets what was written after this size. */
    public void truncate(int newSize) {
        size = Objects.checkIndex(newSize, size + 1);
    }

    /** What was written, a copy. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            int needed = Math.addExact(size, more);
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, bytes.length * 2L)));
        }
    }
}
