// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.fit.ReplyFitter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the parts of an answer for a client. */
final class MistralChatReplyFitter extends ReplyFitter {
    private final MistralChatMedia media;

    MistralChatReplyFitter(Losses losses) {
        super(MistralChatDialect.EXTENSIONS, losses);
        this.media = new MistralChatMedia(losses);
    }

    /** Reports a citation that comes on its own, for which this dialect has no place. */
    void citation(String citationPath) {
        losses().add(LossKind.DROPPED, Severity.NOTE, citationPath, "texts carry no citations there");
    }

    @Override
    public Optional<Part> opaque(Opaque part) {
        return part.type().equals(MistralChatFragment.TOOL_MESSAGE)
                ? dropped("what the vendor's own tools returned stays with the vendor")
                : super.opaque(part);
    }

    @Override
    public Optional<Part> image(Image part) {
        return medium(part, media.image(part, path()));
    }

    @Override
    public Optional<Part> document(Document part) {
        return medium(part, media.document(part, path()));
    }

    @Override
    public Optional<Part> audio(Audio part) {
        return medium(part, media.audio(part, path()));
    }

    private Optional<Part> medium(Part part, @Nullable Part fitted) {
        if (fitted == null) {
            return Optional.empty();
        }
        uncached(part);
        extensions(fitted);
        return Optional.of(fitted);
    }
}
