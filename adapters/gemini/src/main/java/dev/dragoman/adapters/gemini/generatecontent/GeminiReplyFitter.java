// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.fit.ReplyFitter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.Video;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the parts of an answer for a client. The arguments of calls are fitted when they are complete. */
final class GeminiReplyFitter extends ReplyFitter {
    GeminiReplyFitter(Losses losses) {
        super(GeminiDialect.EXTENSIONS, losses);
    }

    /** They are told beside the content, and fitted there. */
    @Override
    protected List<Citation> citations(Text text) {
        return text.citations();
    }

    private @Nullable MediaSource source(MediaSource source, GeminiMediaKind kind) {
        MediaSource fitted = GeminiMedia.fit(source, kind, true, path() + ".source", losses());
        if (fitted == null) {
            losses().dropped(path(), "media are given or at an address");
        }
        return fitted;
    }

    @Override
    public Optional<Part> image(Image part) {
        MediaSource source = source(part.source(), GeminiMediaKind.IMAGE);
        if (source == null) {
            return Optional.empty();
        }
        uncached(part);
        String detail = part.detail();
        boolean known = detail == null || GeminiResolutions.encode(detail) != null;
        note(!known, ".detail", "there is no such resolution");
        return Optional.of(new Image(source, known ? detail : null, null, extensions(part)));
    }

    @Override
    public Optional<Part> audio(Audio part) {
        if (part.source() == null) {
            return dropped("sound is its bytes");
        }
        MediaSource source = source(part.source(), GeminiMediaKind.AUDIO);
        if (source == null) {
            return Optional.empty();
        }
        uncached(part);
        lost(part.id() != null, ".id", "sound is its bytes only");
        lost(part.transcript() != null, ".transcript", "sound is its bytes only");
        lost(part.expiresAt() != null, ".expiresAt", "sound is its bytes only");
        return Optional.of(new Audio(source, null, null, null, null, extensions(part)));
    }

    @Override
    public Optional<Part> video(Video part) {
        MediaSource source = source(part.source(), GeminiMediaKind.VIDEO);
        if (source == null) {
            return Optional.empty();
        }
        uncached(part);
        return Optional.of(new Video(source, null, extensions(part)));
    }

    @Override
    public Optional<Part> document(Document part) {
        MediaSource source = source(part.source(), GeminiMediaKind.DOCUMENT);
        if (source == null) {
            return Optional.empty();
        }
        uncached(part);
        note(part.context() != null, ".context", "files come without a context");
        note(part.citations() != null, ".citations", "files of an answer are not cited");
        return Optional.of(new Document(source, part.name(), null, null, null, extensions(part)));
    }
}
