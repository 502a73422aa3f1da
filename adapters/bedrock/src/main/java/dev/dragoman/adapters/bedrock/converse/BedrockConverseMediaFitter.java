// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.media.MediaIntake;
import dev.dragoman.media.MediaKind;
import dev.dragoman.model.content.MediaSource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which media the dialect takes: bytes of known formats, and places in S3. Other addresses it cannot fetch. */
final class BedrockConverseMediaFitter {
    /** Nothing is fetched from the web. */
    static final MediaIntake INTAKE = new MediaIntake(
            Set.of(),
            Map.of(
                    MediaKind.IMAGE,
                    BedrockConverseFormats.IMAGE.mediaTypes(),
                    MediaKind.DOCUMENT,
                    BedrockConverseFormats.DOCUMENT.mediaTypes(),
                    MediaKind.VIDEO,
                    BedrockConverseFormats.VIDEO.mediaTypes(),
                    MediaKind.AUDIO,
                    BedrockConverseFormats.AUDIO.mediaTypes()));

    private static final String PDF = "application/pdf";
    private static final String PLAIN = "text/plain";

    private BedrockConverseMediaFitter() {}

    /** The source as it can be sent; {@code null} if it cannot. */
    static @Nullable MediaSource picture(MediaSource source, String path, Losses losses) {
        if (!(source instanceof MediaSource.Base64 base64)) {
            return media(BedrockConverseFormats.IMAGE, source);
        }
        String seen = sniffed(base64.data());
        String type = seen != null ? seen : base64.mediaType();
        if (type == null || BedrockConverseFormats.IMAGE.format(type) == null) {
            return null;
        }
        if (!type.equals(base64.mediaType())) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, path + ".mediaType", "the media type is that of the bytes");
        }
        return new MediaSource.Base64(type, base64.data());
    }

    /** The source as it can be sent; {@code null} if it cannot. */
    static @Nullable MediaSource file(MediaSource source, String path, Losses losses) {
        if (source instanceof MediaSource.PlainText) {
            return source;
        }
        String type = BedrockConverseSource.mediaType(source);
        if (source instanceof MediaSource.Base64 base64
                && type == null
                && base64.data().startsWith("JVBER")) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, path + ".mediaType", "the media type is that of the bytes");
            return new MediaSource.Base64(PDF, base64.data());
        }
        if (source instanceof MediaSource.Base64 base64
                && type != null
                && BedrockConverseFormats.DOCUMENT.format(type) == null
                && isText(type)) {
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, path + ".mediaType", "such files are plain text there");
            return new MediaSource.Base64(PLAIN, base64.data());
        }
        // Files may lack a format.
        return type == null ? addressed(source) : media(BedrockConverseFormats.DOCUMENT, source);
    }

    /** The source, if it is of a known format and can be sent; {@code null} otherwise. */
    static @Nullable MediaSource media(BedrockConverseFormats formats, MediaSource source) {
        String type = BedrockConverseSource.mediaType(source);
        return type == null || formats.format(type) == null ? null : addressed(source);
    }

    private static @Nullable MediaSource addressed(MediaSource source) {
        if (source instanceof MediaSource.Base64) {
            return source;
        }
        boolean s3 = source instanceof MediaSource.Url url
                && url.url().toLowerCase(Locale.ROOT).startsWith(BedrockConverseSource.S3);
        return s3 ? source : null;
    }

    private static boolean isText(String type) {
        return type.startsWith("text/") || type.equals("application/json") || type.equals("application/xml");
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
