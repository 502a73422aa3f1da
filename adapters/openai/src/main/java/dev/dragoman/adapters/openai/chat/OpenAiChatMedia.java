// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats of sound, which this dialect names by a word and the canonical model by a media type. */
final class OpenAiChatMedia {
    private OpenAiChatMedia() {}

    /** The media type of a format such as {@code mp3}. */
    static String mediaType(String format) {
        return "mp3".equals(format) ? "audio/mpeg" : "audio/" + format;
    }

    /** The format of a media type such as {@code audio/mpeg}; {@code null} if it is not a sound. */
    static @Nullable String format(@Nullable String mediaType) {
        if (mediaType == null) {
            return null;
        }
        return switch (mediaType.toLowerCase(Locale.ROOT)) {
            case "audio/mpeg", "audio/mp3" -> "mp3";
            case "audio/wav", "audio/wave", "audio/x-wav" -> "wav";
            default -> mediaType.startsWith("audio/") ? mediaType.substring("audio/".length()) : null;
        };
    }
}
