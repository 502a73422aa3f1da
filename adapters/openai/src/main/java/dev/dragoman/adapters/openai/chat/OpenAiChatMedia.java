// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.media.MediaIntake;
import dev.dragoman.media.MediaKind;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Formats of sound, which this dialect names by a word and the canonical model by a media type. */
final class OpenAiChatMedia {
    /** Addresses are for pictures and films; sound and files are given by their content. */
    static final MediaIntake INTAKE = new MediaIntake(
            Set.of(MediaKind.IMAGE, MediaKind.VIDEO),
            Map.of(
                    MediaKind.IMAGE,
                    Set.of("image/png", "image/jpeg", "image/gif", "image/webp"),
                    MediaKind.VIDEO,
                    Set.of("video/mp4"),
                    MediaKind.AUDIO,
                    Set.of("audio/wav", "audio/mpeg"),
                    MediaKind.DOCUMENT,
                    Set.of("application/pdf", "text/plain")));

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
