// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.media.MediaTypes;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.DataUrl;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Part;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code images}: base64 without a media type, of pictures and sound; the bytes tell which, as they do to the server. */
final class OllamaChatMedia {
    private OllamaChatMedia() {}

    /** The entry that the reader stands on. */
    static Part decode(JsonReader in) {
        String data = in.string();
        if (DataUrl.isDataUrl(data)) {
            return decode(in, data);
        }
        if (data.regionMatches(true, 0, "http://", 0, 7) || data.regionMatches(true, 0, "https://", 0, 8)) {
            throw in.invalid("images are given by their content in base64, not by an address");
        }
        return part(new MediaSource.Base64(MediaTypes.sniff(data), data));
    }

    /** The server takes no data URLs, but some clients send them all the same. */
    private static Part decode(JsonReader in, String url) {
        try {
            return part(DataUrl.parse(url));
        } catch (IllegalArgumentException e) {
            throw in.invalid(Objects.requireNonNullElse(e.getMessage(), "not a data URL"));
        }
    }

    private static Part part(MediaSource source) {
        String type = source instanceof MediaSource.Base64 base64 ? base64.mediaType() : null;
        return type != null && type.startsWith("audio/") ? Audio.of(source) : Image.of(source);
    }

    /** Reports what the bytes will not tell of themselves. */
    static void report(MediaSource.Base64 source, boolean sound, String path, Losses losses) {
        String seen = MediaTypes.sniff(source.data());
        boolean heard = seen != null && seen.startsWith("audio/");
        if (heard != sound) {
            losses.approximated(path, "pictures and sound stand in one list, and its bytes do not tell which this is");
        } else if (!Objects.equals(seen, source.mediaType())) {
            losses.add(
                    source.mediaType() == null ? LossKind.DEFAULTED : LossKind.DROPPED,
                    Severity.NOTE,
                    path + ".source.mediaType",
                    "the bytes tell the media type");
        }
    }

    /** The text of a document; {@code null} if it is none. */
    static @Nullable String text(MediaSource source) {
        if (source instanceof MediaSource.PlainText plain) {
            return plain.text();
        }
        boolean text = source instanceof MediaSource.Base64 base64
                && base64.mediaType() != null
                && base64.mediaType().startsWith("text/");
        return text ? utf8(((MediaSource.Base64) source).data()) : null;
    }

    private static @Nullable String utf8(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.indexOf('\ufffd') < 0 ? text : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
