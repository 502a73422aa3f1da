// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.media.MediaIntake;
import dev.dragoman.media.MediaKind;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fits media to their chunks: pictures and documents by address or data URL, documents also by the id of an uploaded file, sound
 * by address or base64. Caching breakpoints and extensions are the caller's to fit.
 */
final class MistralChatMedia {
    /** All that it takes it also fetches. */
    static final MediaIntake INTAKE = new MediaIntake(
            Set.of(MediaKind.IMAGE, MediaKind.AUDIO, MediaKind.DOCUMENT),
            Map.of(
                    MediaKind.IMAGE,
                    Set.of("image/png", "image/jpeg", "image/gif", "image/webp"),
                    MediaKind.AUDIO,
                    Set.of("audio/wav", "audio/mpeg", "audio/flac", "audio/ogg"),
                    MediaKind.DOCUMENT,
                    Set.of("application/pdf")));

    private final Losses losses;

    MistralChatMedia(Losses losses) {
        this.losses = losses;
    }

    /** The picture; {@code null} if it cannot be said. */
    @Nullable Part image(Image part, String path) {
        MediaSource source = located(part.source(), path + ".source");
        if (source == null) {
            losses.dropped(path, "pictures are given by address or content there");
            return null;
        }
        String detail = part.detail();
        if ("original".equals(detail)) {
            losses.approximated(path + ".detail", "the nearest detail is 'high'");
            detail = "high";
        }
        return new Image(source, detail, null, part.extensions());
    }

    /** The document, as a text if it is one; {@code null} if it cannot be said. */
    @Nullable Part document(Document part, String path) {
        note(part.context(), path + ".context", "documents have no context there");
        note(part.citations(), path + ".citations", "citing cannot be switched there");
        if (part.source() instanceof MediaSource.PlainText text) {
            losses.add(LossKind.EMULATED, path, "a document of text is a text there");
            String head = part.name() == null ? "" : part.name() + ":\n";
            return Text.of(head + text.text());
        }
        if (part.source() instanceof MediaSource.FileId file) {
            note(part.name(), path + ".name", "an uploaded file has its own name");
            note(file.mediaType(), path + ".source.mediaType", "an uploaded file has its own type");
            return new Document(MediaSource.FileId.of(file.id()), null, null, null, null, part.extensions());
        }
        MediaSource source = located(part.source(), path + ".source");
        return source == null ? null : new Document(source, part.name(), null, null, null, part.extensions());
    }

    /** The sound; {@code null} if it cannot be said. */
    @Nullable Part audio(Audio part, String path) {
        MediaSource source = part.source();
        if (source instanceof MediaSource.Base64 base64) {
            note(base64.mediaType(), path + ".source.mediaType", "the form of sound is not told there");
            source = new MediaSource.Base64(null, base64.data());
        } else if (source instanceof MediaSource.Url) {
            source = located(source, path + ".source");
        } else {
            losses.dropped(path, "sound is given by address or content there");
            return null;
        }
        note(part.id(), path + ".id", "sound has no id there");
        note(part.transcript(), path + ".transcript", "sound has no transcript there");
        note(part.expiresAt(), path + ".expiresAt", "sound has no id there that could expire");
        return new Audio(source, null, null, null, null, part.extensions());
    }

    /** What an address or a data URL says of a source; {@code null} if neither can. */
    private @Nullable MediaSource located(MediaSource source, String path) {
        if (source instanceof MediaSource.Url url) {
            note(url.mediaType(), path + ".mediaType", "the address tells it");
            return MediaSource.Url.of(url.url());
        }
        if (source instanceof MediaSource.Base64 base64) {
            if (base64.mediaType() == null) {
                losses.add(LossKind.DEFAULTED, Severity.NOTE, path + ".mediaType", "a data URL needs a media type");
            }
            return source;
        }
        return null;
    }

    private void note(@Nullable Object value, String path, String reason) {
        if (value != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path, reason);
        }
    }
}
