// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.fit.ReplyFitter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Text;
import org.jspecify.annotations.Nullable;

/** Fits the parts of an answer for a client. */
final class AnthropicMessagesReplyFitter extends ReplyFitter {
    AnthropicMessagesReplyFitter(Losses losses) {
        super(AnthropicMessagesDialect.EXTENSIONS, losses);
    }

    /** A citation as this dialect can say it; {@code null} if it cannot. */
    @Nullable Citation fit(Citation citation, String citationPath) {
        return AnthropicMessagesCitations.fit(citation, false, citationPath, losses());
    }

    @Override
    protected @Nullable Citation citation(Citation citation, Text text, String citationPath) {
        return fit(citation, citationPath);
    }
}
