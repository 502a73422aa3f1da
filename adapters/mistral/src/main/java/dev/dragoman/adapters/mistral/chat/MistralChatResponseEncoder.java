// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.Usage;
import java.util.ArrayList;
import java.util.List;

/**
 * Canonical answer to whole answer. Source: {@code ChatCompletionResponse} of {@code @mistralai/mistralai} 2.7.0, which demands
 * {@code usage}; {@code @ai-sdk/mistral} 4.0.87 demands the three counts in it.
 */
final class MistralChatResponseEncoder {
    private final Losses losses;
    private final JsonWriter json;
    private final MistralChatReplyFitter fitter;
    private final String prefix;

    private MistralChatResponseEncoder(EncodeContext context, JsonWriter json) {
        this.losses = context.losses();
        this.json = json;
        this.fitter = new MistralChatReplyFitter(losses);
        this.prefix = MistralChatReplyShape.of(context.shape()).prefix();
    }

    static byte[] encode(ChatResponse response, EncodeContext context) {
        WireBuffer out = new WireBuffer(1024);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            MistralChatHead.write(
                    response.id(), "chat.completion", response.created(), response.model(), context, json);
            new MistralChatResponseEncoder(context, json).encode(response);
            json.endObject();
        }
        return out.toBytes();
    }

    private void encode(ChatResponse response) {
        json.beginArray("choices");
        for (int i = 0; i < response.choices().size(); i++) {
            choice(response.choices().get(i), "choices[" + i + "]");
        }
        json.endArray();
        Usage usage = response.usage();
        if (usage == null) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, "usage", "counts are demanded there; they are told as 0");
            usage = Usage.of(0, 0);
        }
        json.name("usage");
        MistralChatUsage.encode(usage, response.serviceTier(), json, losses);
        if (response.systemFingerprint() != null) {
            losses.dropped("systemFingerprint", "the vendor's backend is not told there");
        }
        MistralChatDialect.EXTENSIONS.write(response.extensions(), "", json, losses);
    }

    private void choice(Choice choice, String path) {
        json.beginObject().field("index", (Integer) choice.index()).beginObject("message");
        json.field("role", "assistant");
        message(choice, path + ".message");
        json.endObject();
        json.field(
                "finish_reason",
                MistralChatFinishReasons.encode(choice.finishReason(), path + ".finishReason", losses));
        if (!choice.logprobs().isEmpty()) {
            losses.dropped(path + ".logprobs", "probabilities are not told there");
        }
        MistralChatDialect.EXTENSIONS.write(choice.extensions(), path, json, losses);
        json.endObject();
    }

    private void message(Choice choice, String path) {
        List<Part> content = new ArrayList<>();
        List<ToolCall> calls = new ArrayList<>(0);
        List<Part> parts = choice.message().parts();
        boolean moved = false;
        for (int i = 0; i < parts.size(); i++) {
            Part fitted = fitter.fit(parts.get(i), path + ".parts[" + i + "]");
            if (fitted instanceof ToolCall call) {
                calls.add(call);
            } else if (fitted != null) {
                moved |= !calls.isEmpty();
                content.add(fitted);
            }
        }
        if (moved) {
            losses.add(LossKind.MOVED, Severity.NOTE, path + ".parts", "calls stand behind the content there");
        }
        content(prefixed(content), calls);
        if (!calls.isEmpty()) {
            json.beginArray("tool_calls");
            for (int i = 0; i < calls.size(); i++) {
                MistralChatReplyCalls.encode(calls.get(i), i, json);
            }
            json.endArray();
        }
        MistralChatDialect.EXTENSIONS.write(choice.message().extensions(), path, json, losses);
    }

    /** The content behind the text that the client wanted to be continued. */
    private List<Part> prefixed(List<Part> content) {
        if (prefix.isEmpty()) {
            return content;
        }
        List<Part> all = new ArrayList<>(content);
        if (!all.isEmpty() && all.get(0) instanceof Text text) {
            all.set(0, new Text(prefix + text.text(), List.of(), text.signature(), null, text.extensions()));
        } else {
            all.add(0, Text.of(prefix));
        }
        return all;
    }

    private void content(List<Part> content, List<ToolCall> calls) {
        boolean signed = calls.stream().anyMatch(call -> call.signature() != null);
        if (content.isEmpty() && !signed) {
            json.field("content", "");
            return;
        }
        if (content.size() == 1 && !signed && content.get(0) instanceof Text text && text.isPlain()) {
            json.field("content", text.text());
            return;
        }
        MistralChatChunkEncoder chunks = new MistralChatChunkEncoder(json);
        json.beginArray("content");
        for (Part part : content) {
            if (part instanceof Reasoning reasoning) {
                MistralChatThoughts.encode(reasoning, json);
            } else {
                if (part instanceof Text text && text.signature() != null) {
                    MistralChatThoughts.encodeNext(text.signature(), json);
                }
                chunks.encode(part);
            }
        }
        for (int i = 0; i < calls.size(); i++) {
            Signature signature = calls.get(i).signature();
            if (signature != null) {
                MistralChatThoughts.encodeCall(i, signature, json);
            }
        }
        json.endArray();
    }
}
