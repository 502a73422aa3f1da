// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Decompresses no more than was allowed: a few bytes can become gigabytes. Not for an event loop. */
final class BoundedGunzip {
    private static final int CHUNK = 16 * 1024;

    private BoundedGunzip() {}

    /**
     * The decompressed bytes; {@code null} if they are more than allowed.
     *
     * @throws IOException if this is not gzip
     */
    static byte @Nullable [] decompress(byte[] compressed, long most) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(compressed.length * 2);
        byte[] chunk = new byte[CHUNK];
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (out.size() + (long) read > most) {
                    return null;
                }
                out.write(chunk, 0, read);
            }
        }
        return out.toByteArray();
    }
}
