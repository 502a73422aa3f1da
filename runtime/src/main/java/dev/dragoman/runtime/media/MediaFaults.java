// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import dev.dragoman.media.WantedMedia;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;

/**
 * What a client is told when its address cannot be fetched: the field and why, but not what the network looks like from here, and
 * not the address, which may hold a secret.
 */
final class MediaFaults {
    private MediaFaults() {}

    /** The address may not be fetched, or what it holds may not be sent. */
    static ChatException refused(WantedMedia medium, String why) {
        return fault(medium, "media_refused", why);
    }

    /** The address could not be fetched. */
    static ChatException unreachable(WantedMedia medium, String why) {
        return fault(medium, "media_unreachable", why);
    }

    private static ChatException fault(WantedMedia medium, String code, String why) {
        return new ChatException(
                ChatError.of(ErrorKind.INVALID_REQUEST, "The content at the address in '" + medium.path() + "' " + why)
                        .withCode(code)
                        .withParam(medium.path()));
    }
}
