// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.FinishReason;
import java.util.List;

/** Canonical answer to whole answer. Source: {@code api.ChatResponse} of {@code ollama/ollama}, 2026-08-21. */
final class OllamaChatResponseEncoder {
    private OllamaChatResponseEncoder() {}

    static byte[] encode(ChatResponse response, EncodeContext context) {
        Losses losses = context.losses();
        WireBuffer out = new WireBuffer(1024);
        OllamaChatHead.report(response.id(), response.serviceTier(), response.systemFingerprint(), losses);
        for (int i = 1; i < response.choices().size(); i++) {
            losses.dropped("choices[" + i + "]", "there is one answer");
        }
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("model", OllamaChatHead.model(response.model(), context));
            json.field("created_at", OllamaChatHead.createdAt(response.created(), context));
            if (response.choices().isEmpty()) {
                json.beginObject("message").field("role", "assistant").field("content", "");
                json.endObject().field("done", Boolean.TRUE).field("done_reason", "content_filter");
                OllamaChatUsage.encode(response.usage(), json, losses);
            } else {
                choice(response.choices().get(0), response, json, losses);
            }
            OllamaChatDialect.EXTENSIONS.write(response.extensions(), "", json, losses);
            json.endObject();
        }
        return out.toBytes();
    }

    private static void choice(Choice choice, ChatResponse response, JsonWriter json, Losses losses) {
        OllamaChatReplyMessageEncoder message = new OllamaChatReplyMessageEncoder(json, losses);
        message.encode(choice.message(), "choices[0].message");
        FinishReason reason = choice.finishReason();
        json.field("done", Boolean.TRUE);
        json.field("done_reason", OllamaChatDoneReasons.encode(reason, message.anyCalls(), losses));
        OllamaChatUsage.encode(response.usage(), json, losses);
        OllamaChatLogprobs.encode(choice.logprobs().content(), json);
        reportRefusal(choice.logprobs().refusal(), losses);
        OllamaChatDialect.EXTENSIONS.dropAll(choice.extensions(), "choices[0]", losses);
    }

    static void reportRefusal(List<?> tokens, Losses losses) {
        if (!tokens.isEmpty()) {
            losses.dropped("choices[0].logprobs.refusal", "a refusal is a text there; its tokens are not told");
        }
    }
}
