// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Formats of media in this dialect's words, as media types and back. One table a kind of part. */
final class BedrockConverseFormats {
    /** Pictures. */
    static final BedrockConverseFormats IMAGE = new BedrockConverseFormats(
            "image/",
            Map.of("png", "image/png", "jpeg", "image/jpeg", "gif", "image/gif", "webp", "image/webp"),
            Map.of("image/jpg", "jpeg"));

    /** Files. */
    static final BedrockConverseFormats DOCUMENT = new BedrockConverseFormats(
            "application/",
            Map.of(
                    "pdf", "application/pdf",
                    "csv", "text/csv",
                    "doc", "application/msword",
                    "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "xls", "application/vnd.ms-excel",
                    "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "html", "text/html",
                    "txt", "text/plain",
                    "md", "text/markdown"),
            Map.of());

    /** Films. */
    static final BedrockConverseFormats VIDEO = new BedrockConverseFormats(
            "video/",
            Map.of(
                    "mkv", "video/x-matroska",
                    "mov", "video/quicktime",
                    "mp4", "video/mp4",
                    "webm", "video/webm",
                    "flv", "video/x-flv",
                    "mpeg", "video/mpeg",
                    "mpg", "video/mpg",
                    "wmv", "video/x-ms-wmv",
                    "three_gp", "video/3gpp"),
            Map.of());

    /** Sound. */
    static final BedrockConverseFormats AUDIO = new BedrockConverseFormats(
            "audio/",
            Map.ofEntries(
                    Map.entry("mp3", "audio/mpeg"),
                    Map.entry("opus", "audio/opus"),
                    Map.entry("wav", "audio/wav"),
                    Map.entry("aac", "audio/aac"),
                    Map.entry("flac", "audio/flac"),
                    Map.entry("mp4", "audio/mp4"),
                    Map.entry("ogg", "audio/ogg"),
                    Map.entry("mkv", "audio/x-matroska"),
                    Map.entry("mka", "audio/mka"),
                    Map.entry("x-aac", "audio/x-aac"),
                    Map.entry("m4a", "audio/m4a"),
                    Map.entry("mpeg", "audio/x-mpeg"),
                    Map.entry("mpga", "audio/mpga"),
                    Map.entry("pcm", "audio/pcm"),
                    Map.entry("webm", "audio/webm")),
            Map.of("audio/mp3", "mp3", "audio/x-wav", "wav", "audio/wave", "wav"));

    private final String family;
    private final Map<String, String> types;
    private final Map<String, String> formats = new HashMap<>();

    private BedrockConverseFormats(String family, Map<String, String> types, Map<String, String> otherTypes) {
        this.family = family;
        this.types = types;
        types.forEach((format, type) -> formats.put(type, format));
        formats.putAll(otherTypes);
    }

    /** The media types that have a format. */
    Set<String> mediaTypes() {
        return Set.copyOf(formats.keySet());
    }

    /** The media type of a format; one made of it if nobody knows it. */
    String mediaType(String format) {
        return types.getOrDefault(format, family + format);
    }

    /** The format of a media type; {@code null} if this dialect has none for it. */
    @Nullable String format(String mediaType) {
        int semicolon = mediaType.indexOf(';');
        String bare = semicolon < 0 ? mediaType : mediaType.substring(0, semicolon);
        return formats.get(bare.strip().toLowerCase(Locale.ROOT));
    }
}
