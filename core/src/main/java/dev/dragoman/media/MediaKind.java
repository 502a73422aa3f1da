// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.media;

import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Video;
import org.jspecify.annotations.Nullable;

/** Kinds of media. */
public enum MediaKind {
    /** Pictures. */
    IMAGE,
    /** Sound. */
    AUDIO,
    /** Films. */
    VIDEO,
    /** Files to be read. */
    DOCUMENT;

    /** The kind of a part; {@code null} if it is no medium. */
    public static @Nullable MediaKind of(Part part) {
        if (part instanceof Image) {
            return IMAGE;
        }
        if (part instanceof Audio) {
            return AUDIO;
        }
        if (part instanceof Video) {
            return VIDEO;
        }
        return part instanceof Document ? DOCUMENT : null;
    }
}
