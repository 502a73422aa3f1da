// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import static dev.dragoman.adapters.openai.chat.OpenAiChatDialect.EXTENSIONS;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Logprobs;
import java.util.List;

/** Canonical answer to whole answer. Source: "The chat completion object" of the OpenAI API reference, spring 2026. */
final class OpenAiChatResponseEncoder {
    /** Stands for an answer without choices, which is one to a prompt that was blocked: clients read the first choice unasked. */
    static final ChatEvent.ChoiceFinished FILTERED =
            new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.CONTENT_FILTER, null));

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
            List<Choice> choices = choices(response, losses);
            for (int i = 0; i < choices.size(); i++) {
                choice(choices.get(i), "choices[" + i + "]", shape, json, losses);
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

    private static List<Choice> choices(ChatResponse response, Losses losses) {
        if (!response.choices().isEmpty()) {
            return response.choices();
        }
        reportFiltered(losses);
        return List.of(new Choice(
                FILTERED.choice(),
                Message.of(Role.ASSISTANT, List.of()),
                FILTERED.reason(),
                Logprobs.NONE,
                Extensions.NONE));
    }

    static void reportFiltered(Losses losses) {
        losses.add(
                LossKind.EMULATED,
                Severity.NOTE,
                "choices",
                "an answer without choices is an empty, filtered one here");
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
