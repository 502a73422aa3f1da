// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Puts the chunks of a body together, up to a limit. A body of one chunk is not copied. */
final class BodyCollector {
    private static final Buffer EMPTY = Buffer.buffer();

    private final int limit;
    private @Nullable Buffer first;
    private @Nullable Buffer joined;
    private int size;

    BodyCollector(int limit) {
        this.limit = limit;
    }

    /** Adds a chunk; {@code false}, and nothing added, if the limit would be passed. */
    boolean add(Buffer chunk) {
        if (chunk.length() > limit - size) {
            return false;
        }
        size += chunk.length();
        if (first == null) {
            first = chunk;
        } else {
            if (joined == null) {
                joined = Buffer.buffer(Math.max(size * 2, 1024)).appendBuffer(first);
            }
            joined.appendBuffer(chunk);
        }
        return true;
    }

    /** What was added so far. */
    Buffer body() {
        return joined != null ? joined : first != null ? first : EMPTY;
    }
}
