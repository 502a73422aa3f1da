// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import static dev.dragoman.adapters.openai.chat.OpenAiChatDialect.EXTENSIONS;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;

/** Canonical answer to whole answer. Source: "The chat completion object" of the OpenAI API reference, spring 2026. */
final class OpenAiChatResponseEncoder {
    private OpenAiChatResponseEncoder() {}

    static byte[] encode(ChatResponse response, EncodeContext context) {
        Losses losses = context.losses();
        OpenAiChatReplyShape shape = OpenAiChatReplyShape.of(context.shape());
        WireBuffer out = new WireBuffer(1024);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            json.field("id", OpenAiChatHead.id(response.id(), context));
            json.field("object", "chat.completion");
            json.field("created", (Long) OpenAiChatHead.created(response.created(), context));
            json.field("model", OpenAiChatHead.model(response.model(), context));
            json.beginArray("choices");
            for (int i = 0; i < response.choices().size(); i++) {
                choice(response.choices().get(i), "choices[" + i + "]", shape, json, losses);
            }
            json.endArray();
            if (response.usage() != null) {
                json.name("usage");
                OpenAiChatUsage.encode(response.usage(), json, losses);
            }
            json.field("service_tier", response.serviceTier());
            json.field("system_fingerprint", response.systemFingerprint());
            EXTENSIONS.write(response.extensions(), "", json, losses);
            json.endObject();
        }
        return out.toBytes();
    }

    private static void choice(Choice choice, String path, OpenAiChatReplyShape shape, JsonWriter json, Losses losses) {
        json.beginObject().field("index", (Integer) choice.index()).beginObject("message");
        new OpenAiChatReplyMessageEncoder(json, losses, shape.legacyFunctions())
                .encode(choice.message(), path + ".message");
        json.endObject().name("logprobs");
        OpenAiChatLogprobs.encode(choice.logprobs(), json);
        json.field(
                "finish_reason",
                OpenAiChatFinishReasons.encode(
                        choice.finishReason(),
                        choice.message().parts().stream().anyMatch(Refusal.class::isInstance),
                        shape.legacyFunctions(),
                        path + ".finishReason",
                        losses));
        EXTENSIONS.write(choice.extensions(), path, json, losses);
        json.endObject();
    }
}
