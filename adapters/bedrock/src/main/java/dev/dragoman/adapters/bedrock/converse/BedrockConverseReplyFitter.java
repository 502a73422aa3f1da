// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.fit.ReplyFitter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import java.util.Optional;

/** Fits the parts of an answer for a client. */
final class BedrockConverseReplyFitter extends ReplyFitter {
    BedrockConverseReplyFitter(Losses losses) {
        super(BedrockConverseDialect.EXTENSIONS, losses);
    }

    /** Blocks of text and of reasoning are no objects. */
    @Override
    protected Extensions extensions(Part part) {
        return part instanceof ToolCall || part instanceof Image ? super.extensions(part) : bare(part);
    }

    @Override
    protected Citation citation(Citation citation, Text text, String citationPath) {
        return BedrockConverseCitations.fit(citation, citationPath, losses());
    }

    @Override
    public Optional<Part> image(Image part) {
        MediaSource source = BedrockConverseMediaFitter.picture(part.source(), path() + ".source", losses());
        if (source == null) {
            return dropped("pictures are JPEG, PNG, GIF or WebP, as bytes or in S3");
        }
        uncached(part);
        note(part.detail() != null, ".detail", "pictures have no detail there");
        return Optional.of(new Image(source, null, null, extensions(part)));
    }
}
