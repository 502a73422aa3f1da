// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import org.jspecify.annotations.Nullable;

/** What stands at the head of an answer: an id, and nothing of who made it and when. */
final class CohereChatHead {
    private CohereChatHead() {}

    static String id(@Nullable String id, EncodeContext context) {
        return id != null ? id : context.ids().get();
    }

    /** Reports what of an answer's head this dialect has no place for. */
    static void report(
            @Nullable String model,
            @Nullable Long created,
            @Nullable String serviceTier,
            @Nullable String systemFingerprint,
            Losses losses) {
        absent(model == null, "model", "answers do not tell what model made them", losses);
        absent(created == null, "created", "answers do not tell when they were made", losses);
        absent(serviceTier == null, "serviceTier", "there are no tiers", losses);
        absent(systemFingerprint == null, "systemFingerprint", "answers do not tell what made them", losses);
    }

    private static void absent(boolean absent, String path, String reason, Losses losses) {
        if (!absent) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path, reason);
        }
    }
}
