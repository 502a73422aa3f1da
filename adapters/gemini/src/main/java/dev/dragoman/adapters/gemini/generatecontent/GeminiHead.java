// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.Losses;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What says which answer it is: {@code modelVersion}, {@code createTime}, {@code responseId}. */
final class GeminiHead {
    private GeminiHead() {}

    static void report(@Nullable String systemFingerprint, Losses losses) {
        if (systemFingerprint != null) {
            losses.dropped("systemFingerprint", "a backend has no fingerprint");
        }
    }

    static void encode(
            @Nullable String id,
            @Nullable String model,
            @Nullable Long created,
            EncodeContext context,
            JsonWriter json) {
        json.field("modelVersion", model != null ? model : context.model());
        if (created != null) {
            json.field("createTime", Instant.ofEpochSecond(created).toString());
        }
        json.field("responseId", id);
    }
}
