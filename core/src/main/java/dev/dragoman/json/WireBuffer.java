// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A growing array of bytes that can be used again. Not thread-safe. */
public final class WireBuffer extends OutputStream {
    /** What a thread keeps for its next buffer, if it is no larger. */
    private static final int MOST_KEPT = 128 * 1024;

    private static final byte[] NOTHING = {};
    private static final ThreadLocal<byte @Nullable []> KEPT = new ThreadLocal<>();

    private byte[] bytes;
    private int size;

    /** An empty buffer with room for this many bytes. */
    public WireBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    private WireBuffer(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * An empty buffer with room for about this many bytes, for a text that is written and taken in one go. It uses the memory of
     * the thread's last one if {@link #release()} was called on that.
     */
    public static WireBuffer recycled(int capacity) {
        byte[] kept = KEPT.get();
        if (kept == null || capacity > MOST_KEPT) {
            return new WireBuffer(capacity);
        }
        KEPT.set(null);
        return new WireBuffer(kept);
    }

    /** What was written, a copy. The buffer is empty afterwards, and must not be used any more. */
    public byte[] release() {
        byte[] written = toBytes();
        if (bytes.length <= MOST_KEPT) {
            KEPT.set(bytes);
        }
        bytes = NOTHING;
        size = 0;
        return written;
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
