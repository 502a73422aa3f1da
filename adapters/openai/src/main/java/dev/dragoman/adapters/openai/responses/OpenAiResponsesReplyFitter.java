// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.fit.ReplyFitter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the parts of an answer for a client. */
final class OpenAiResponsesReplyFitter extends ReplyFitter {
    OpenAiResponsesReplyFitter(Losses losses) {
        super(OpenAiResponsesDialect.EXTENSIONS, losses);
    }

    @Override
    protected @Nullable Citation citation(Citation citation, Text text, String citationPath) {
        return OpenAiResponsesCitations.fit(citation, text.text().length(), citationPath, losses());
    }

    /** There are tools of free text. */
    @Override
    public Optional<Part> toolCall(ToolCall part) {
        return Optional.of(call(part));
    }

    @Override
    public Optional<Part> refusal(Refusal part) {
        return Optional.of(new Refusal(part.text(), extensions(part)));
    }
}
