// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import org.jspecify.annotations.Nullable;

/** What a message is called where its source does not say. */
final class AnthropicMessagesHead {
    private AnthropicMessagesHead() {}

    static String id(@Nullable String id, EncodeContext context) {
        return id != null ? id : "msg_" + context.ids().get();
    }

    static String model(@Nullable String model, EncodeContext context) {
        if (model != null) {
            return model;
        }
        return context.model() != null ? context.model() : "unknown";
    }

    /** Reports what of a message's head this dialect has no place for. */
    static void report(@Nullable Long created, @Nullable String systemFingerprint, Losses losses) {
        if (created != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, "created", "messages do not tell when they were made");
        }
        if (systemFingerprint != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, "systemFingerprint", "messages do not tell what made them");
        }
    }
}
