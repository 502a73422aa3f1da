// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.media.MediaIntake;
import dev.dragoman.media.MediaKind;
import dev.dragoman.model.content.MediaSource;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which pictures and texts the dialect takes. */
final class CohereChatMedia {
    /** Addresses are for pictures; documents are texts. */
    static final MediaIntake INTAKE = new MediaIntake(
            Set.of(MediaKind.IMAGE),
            Map.of(
                    MediaKind.IMAGE,
                    Set.of("image/png", "image/jpeg", "image/gif", "image/webp"),
                    MediaKind.DOCUMENT,
                    Set.of("text/plain", "text/markdown", "text/html", "text/csv", "application/json")));

    private static final Set<String> DETAILS = Set.of("auto", "low", "high");

    private CohereChatMedia() {}

    /** The picture as it can be sent, at an address or in the body; {@code null} if it cannot. */
    static @Nullable MediaSource picture(MediaSource source, String path, Losses losses) {
        if (source instanceof MediaSource.Url url) {
            if (url.mediaType() != null) {
                losses.add(LossKind.DROPPED, Severity.NOTE, path + ".mediaType", "an address needs no media type");
            }
            return MediaSource.Url.of(url.url());
        }
        if (!(source instanceof MediaSource.Base64 base64)) {
            return null;
        }
        if (base64.mediaType() != null) {
            return base64;
        }
        losses.add(LossKind.DEFAULTED, Severity.NOTE, path + ".mediaType", "the media type is that of the bytes");
        return new MediaSource.Base64(sniffed(base64.data()), base64.data());
    }

    /** How closely to look; {@code null} if it cannot be said. */
    static @Nullable String detail(@Nullable String detail, String path, Losses losses) {
        if (detail == null || DETAILS.contains(detail)) {
            return detail;
        }
        if (detail.equals("original")) {
            losses.approximated(path + ".detail", "the nearest word is 'high'");
            return "high";
        }
        losses.dropped(path + ".detail", "there is no such word");
        return null;
    }

    /** The text of a document; {@code null} if it is none. */
    static @Nullable String text(MediaSource source, String path, Losses losses) {
        if (source instanceof MediaSource.PlainText plain) {
            return plain.text();
        }
        if (!(source instanceof MediaSource.Base64 base64) || !isText(base64.mediaType())) {
            return null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getMimeDecoder().decode(base64.data()));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, path, "documents are plain text there");
            return text;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }

    private static boolean isText(@Nullable String type) {
        return type != null
                && (type.startsWith("text/") || type.equals("application/json") || type.equals("application/xml"));
    }

    /** The type of a picture by its first bytes, as they look in base64. */
    private static String sniffed(String base64) {
        if (base64.startsWith("iVBORw0KGgo")) {
            return "image/png";
        } else if (base64.startsWith("R0lGOD")) {
            return "image/gif";
        }
        return base64.startsWith("UklGR") ? "image/webp" : "image/jpeg";
    }
}
