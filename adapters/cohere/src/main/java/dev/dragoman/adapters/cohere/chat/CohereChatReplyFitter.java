// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.fit.ReplyFitter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Text;

/** Fits the parts of an answer for a client. */
final class CohereChatReplyFitter extends ReplyFitter {
    CohereChatReplyFitter(Losses losses) {
        super(CohereChatDialect.EXTENSIONS, losses);
    }

    @Override
    protected Citation citation(Citation citation, Text text, String citationPath) {
        return CohereChatCitations.fit(citation, citationPath, losses());
    }
}
