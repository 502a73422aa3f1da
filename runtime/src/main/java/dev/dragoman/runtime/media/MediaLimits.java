// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import java.time.Duration;
import java.util.Set;

/**
 * How much may be fetched for one request.
 *
 * @param itemBytes largest content, in bytes, after decompression
 * @param totalBytes largest sum of all contents of a request
 * @param items most contents of a request
 * @param redirects most redirects of one fetch
 * @param connect how long to wait for a connection
 * @param time how long one fetch may take altogether
 * @param types media types that may be fetched at all
 */
record MediaLimits(
        long itemBytes, long totalBytes, int items, int redirects, Duration connect, Duration time, Set<String> types) {
    /** Copies the set. */
    MediaLimits {
        types = Set.copyOf(types);
    }
}
