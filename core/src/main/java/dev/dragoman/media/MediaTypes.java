// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.media;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Media types: what the first bytes of a file tell, and one spelling of each. */
public final class MediaTypes {
    /** How many bytes tell a type. */
    public static final int HEAD = 12;

    /** Characters of base64 that hold as many bytes. */
    private static final int BASE64_HEAD = HEAD / 3 * 4;

    private MediaTypes() {}

    /** The type of content in base64; {@code null} if it does not tell. */
    public static @Nullable String sniff(String base64) {
        if (base64.length() < 4) {
            return null;
        }
        try {
            return sniff(Base64.getDecoder().decode(base64.substring(0, Math.min(base64.length(), BASE64_HEAD))));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * The type of content that begins with these bytes; {@code null} if they do not tell.
     *
     * @param bytes the first {@value #HEAD} bytes or more
     */
    public static @Nullable String sniff(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return "image/png";
        } else if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        } else if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return "image/gif";
        } else if (head.startsWith("%PDF-")) {
            return "application/pdf";
        } else if (head.startsWith("RIFF") && head.length() == HEAD) {
            return head.endsWith("WEBP") ? "image/webp" : head.endsWith("WAVE") ? "audio/wav" : null;
        } else if (head.startsWith("ID3") || head.startsWith("\u00ff\u00fb") || head.startsWith("\u00ff\u00f3")) {
            return "audio/mpeg";
        } else if (head.startsWith("fLaC")) {
            return "audio/flac";
        } else if (head.startsWith("OggS")) {
            return "audio/ogg";
        }
        return head.startsWith("ftyp", 4) ? "video/mp4" : null;
    }

    /** A media type as it is usually written, without parameters; {@code null} if there is none. */
    public static @Nullable String plain(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        int end = contentType.indexOf(';');
        String type =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "" -> null;
            case "image/jpg", "image/pjpeg" -> "image/jpeg";
            case "audio/mp3" -> "audio/mpeg";
            case "audio/wave", "audio/x-wav", "audio/vnd.wave" -> "audio/wav";
            case "audio/x-flac" -> "audio/flac";
            default -> type;
        };
    }
}
