// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.fit.ReplyFitter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.ToolCall;
import java.util.Optional;

/** Fits the parts of an answer for a client. */
final class OllamaChatReplyFitter extends ReplyFitter {
    OllamaChatReplyFitter(Losses losses) {
        super(OllamaChatDialect.EXTENSIONS, losses);
    }

    /** Texts and pictures are no objects. */
    @Override
    protected Extensions extensions(Part part) {
        return part instanceof ToolCall || part instanceof Reasoning ? super.extensions(part) : bare(part);
    }

    @Override
    public Optional<Part> image(Image part) {
        if (!(part.source() instanceof MediaSource.Base64 base64)) {
            return dropped("pictures are given by their content");
        }
        OllamaChatMedia.report(base64, false, path(), losses());
        note(part.detail() != null, ".detail", "produced pictures have no detail");
        uncached(part);
        return Optional.of(new Image(base64, null, null, extensions(part)));
    }

    /** Messages have no parts that only this dialect could know. */
    @Override
    public Optional<Part> opaque(Opaque part) {
        return dropped("a part that only " + part.dialect() + " knows");
    }
}
