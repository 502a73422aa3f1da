// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.MediaSource;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which pictures and documents the dialect takes. */
final class AnthropicMessagesMedia {
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");
    private static final String PDF = "application/pdf";

    private AnthropicMessagesMedia() {}

    /** The source as it can be sent; {@code null} if it cannot. */
    static @Nullable MediaSource picture(MediaSource source, String path, Losses losses) {
        if (source instanceof MediaSource.PlainText) {
            return null;
        }
        if (!(source instanceof MediaSource.Base64 base64)) {
            return addressed(source, path, losses);
        }
        String seen = sniffed(base64.data());
        String type = seen != null ? seen : base64.mediaType();
        if (type == null || !PICTURES.contains(type)) {
            return null;
        }
        if (!type.equals(base64.mediaType())) {
            // The vendor looks at the bytes and refuses a wrong label.
            losses.add(LossKind.DEFAULTED, Severity.NOTE, path + ".mediaType", "the media type is that of the bytes");
        }
        return new MediaSource.Base64(type, base64.data());
    }

    /** The source as it can be sent; {@code null} if it cannot. */
    static @Nullable MediaSource document(MediaSource source, String path, Losses losses) {
        if (source instanceof MediaSource.PlainText) {
            return source;
        }
        if (!(source instanceof MediaSource.Base64 base64)) {
            return addressed(source, path, losses);
        }
        String type = base64.mediaType();
        if (type == null && base64.data().startsWith("JVBER")) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, path + ".mediaType", "the media type is that of the bytes");
            return new MediaSource.Base64(PDF, base64.data());
        }
        if (PDF.equals(type)) {
            return base64;
        }
        if (type == null || !isText(type)) {
            return null;
        }
        String text = text(base64.data());
        if (text == null) {
            return null;
        }
        losses.add(
                LossKind.APPROXIMATED,
                type.equals("text/plain") ? Severity.NOTE : Severity.CHANGES_ANSWER,
                path,
                "documents of text are plain text there");
        return new MediaSource.PlainText(text);
    }

    private static MediaSource addressed(MediaSource source, String path, Losses losses) {
        String type = null;
        MediaSource bare = source;
        if (source instanceof MediaSource.Url url) {
            type = url.mediaType();
            bare = MediaSource.Url.of(url.url());
        } else if (source instanceof MediaSource.FileId file) {
            type = file.mediaType();
            bare = MediaSource.FileId.of(file.id());
        }
        if (type != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".mediaType", "an address or id needs no media type");
        }
        return bare;
    }

    private static boolean isText(String type) {
        return type.startsWith("text/") || type.equals("application/json") || type.equals("application/xml");
    }

    private static @Nullable String text(String base64) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(java.util.Base64.getMimeDecoder().decode(base64));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }

    /** The type of a picture by its first bytes, as they look in base64. */
    private static @Nullable String sniffed(String base64) {
        if (base64.startsWith("/9j/")) {
            return "image/jpeg";
        } else if (base64.startsWith("iVBORw0KGgo")) {
            return "image/png";
        } else if (base64.startsWith("R0lGOD")) {
            return "image/gif";
        }
        return base64.startsWith("UklGR") ? "image/webp" : null;
    }
}
