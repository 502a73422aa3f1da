// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import dev.dragoman.media.MediaTypes;
import dev.dragoman.media.WantedMedia;
import dev.dragoman.model.content.MediaSource;
import java.io.IOException;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Content that was fetched.
 *
 * @param content as requests carry it
 * @param size in bytes
 */
record MediaContent(MediaSource.Base64 content, int size) {
    /**
     * Decompresses, finds out what it is, and encodes. Takes time: not for an event loop.
     *
     * @throws dev.dragoman.model.error.ChatException if it may not be sent
     */
    static MediaContent of(
            WantedMedia medium,
            byte[] body,
            @Nullable String contentType,
            @Nullable String encoding,
            MediaLimits limits) {
        byte[] bytes = decompressed(medium, body, encoding, limits);
        String seen = MediaTypes.sniff(bytes);
        String type = seen != null ? seen : MediaTypes.plain(contentType);
        Set<String> wanted = medium.types();
        if (bytes.length == 0
                || type == null
                || !wanted.contains(type)
                || !limits.types().contains(type)) {
            throw MediaFaults.refused(medium, "is nothing that may be fetched and that the vendor takes");
        }
        return new MediaContent(new MediaSource.Base64(type, Base64.getEncoder().encodeToString(bytes)), bytes.length);
    }

    /** Servers are asked not to compress; some do it all the same. */
    private static byte[] decompressed(WantedMedia medium, byte[] body, @Nullable String encoding, MediaLimits limits) {
        if (encoding == null || encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity")) {
            return body;
        }
        if (!encoding.strip().equalsIgnoreCase("gzip")) {
            throw MediaFaults.refused(medium, "is compressed in a way that was not asked for");
        }
        try {
            byte[] bytes = BoundedGunzip.decompress(body, limits.itemBytes());
            if (bytes != null) {
                return bytes;
            }
        } catch (IOException e) {
            throw MediaFaults.unreachable(medium, "cannot be decompressed");
        }
        throw MediaFaults.refused(medium, "is larger than the " + limits.itemBytes() + " bytes that may be fetched");
    }
}
