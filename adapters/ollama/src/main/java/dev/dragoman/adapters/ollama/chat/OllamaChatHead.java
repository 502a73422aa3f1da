// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What an answer and each line of a stream begin with: {@code model} and {@code created_at}. */
final class OllamaChatHead {
    private OllamaChatHead() {}

    static String model(@Nullable String model, EncodeContext context) {
        if (model != null) {
            return model;
        }
        return context.model() != null ? context.model() : "unknown";
    }

    /** RFC 3339 in UTC, with a fraction where there is one. */
    static String createdAt(@Nullable Long created, EncodeContext context) {
        if (created != null) {
            try {
                return Instant.ofEpochSecond(created).toString();
            } catch (DateTimeException e) {
                // Beyond the years that can be written: now is the better answer.
                return context.clock().instant().toString();
            }
        }
        return context.clock().instant().toString();
    }

    /** Unix time in seconds; {@code null} if the text is no time. */
    static @Nullable Long created(String createdAt) {
        try {
            return OffsetDateTime.parse(createdAt).toEpochSecond();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Reports what of an answer's head this dialect has no place for. */
    static void report(
            @Nullable String id, @Nullable String serviceTier, @Nullable String systemFingerprint, Losses losses) {
        note(id, "id", "answers have no id", losses);
        note(serviceTier, "serviceTier", "there are no tiers", losses);
        note(systemFingerprint, "systemFingerprint", "answers do not tell what made them", losses);
    }

    private static void note(@Nullable String value, String path, String reason, Losses losses) {
        if (value != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path, reason);
        }
    }
}
