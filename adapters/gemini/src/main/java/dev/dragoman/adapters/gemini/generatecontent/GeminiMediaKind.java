// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Kinds of media, which this dialect tells apart by their media types only. */
enum GeminiMediaKind {
    IMAGE("image/", "image/jpeg"),
    AUDIO("audio/", "audio/wav"),
    VIDEO("video/", "video/mp4"),
    DOCUMENT("", "application/pdf");

    private final String prefix;
    private final String usual;

    GeminiMediaKind(String prefix, String usual) {
        this.prefix = prefix;
        this.usual = usual;
    }

    /** The media type that is taken where none is known. */
    String usual() {
        return usual;
    }

    static GeminiMediaKind of(@Nullable String mediaType, String uri) {
        if (mediaType == null || mediaType.isEmpty()) {
            return GeminiMedia.isFilm(uri) ? VIDEO : DOCUMENT;
        }
        String lower = mediaType.toLowerCase(Locale.ROOT);
        for (GeminiMediaKind kind : values()) {
            if (lower.startsWith(kind.prefix)) {
                return kind;
            }
        }
        return DOCUMENT;
    }
}
