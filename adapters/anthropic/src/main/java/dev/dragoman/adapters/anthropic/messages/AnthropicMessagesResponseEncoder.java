// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.ObjectArguments;
import java.util.List;
import java.util.Map;

/** Canonical answer to whole answer. Source: {@code Message} of npm {@code @anthropic-ai/sdk} 1.11.0. */
final class AnthropicMessagesResponseEncoder {
    /** Members of a message that are {@code null} where there is nothing to say. */
    private static final List<String> NULLABLE = List.of("stop_details", "container", "diagnostics");

    private AnthropicMessagesResponseEncoder() {}

    static byte[] encode(ChatResponse response, EncodeContext context) {
        Losses losses = context.losses();
        WireBuffer out = new WireBuffer(1024);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            json.field("id", AnthropicMessagesHead.id(response.id(), context));
            json.field("type", "message").field("role", "assistant");
            json.field("model", AnthropicMessagesHead.model(response.model(), context));
            AnthropicMessagesHead.report(response.created(), response.systemFingerprint(), losses);
            for (int i = 1; i < response.choices().size(); i++) {
                losses.dropped("choices[" + i + "]", "there is one answer");
            }
            if (response.choices().isEmpty()) {
                json.beginArray("content").endArray();
                json.field("stop_reason", "refusal").nullField("stop_sequence");
            } else {
                choice(response.choices().get(0), json, losses);
            }
            Map<String, RawJson> own = response.extensions().of(AnthropicMessagesDialect.ID);
            for (String name : NULLABLE) {
                if (!own.containsKey(name)) {
                    json.nullField(name);
                }
            }
            json.name("usage");
            AnthropicMessagesUsage.encode(response.usage(), response.serviceTier(), json, losses);
            if (response.serviceTier() != null && response.usage() == null) {
                losses.add(LossKind.MOVED, Severity.NOTE, "serviceTier", "the tier stands among the counts");
            }
            AnthropicMessagesDialect.EXTENSIONS.write(response.extensions(), "", json, losses);
            json.endObject();
        }
        return out.toBytes();
    }

    private static void choice(Choice choice, JsonWriter json, Losses losses) {
        AnthropicMessagesReplyFitter fitter = new AnthropicMessagesReplyFitter(losses);
        List<Part> parts = choice.message().parts();
        boolean calls = false;
        boolean refused = false;
        json.beginArray("content");
        for (int i = 0; i < parts.size(); i++) {
            String path = "choices[0].message.parts[" + i + "]";
            calls |= parts.get(i) instanceof ToolCall;
            refused |= parts.get(i) instanceof Refusal;
            Part fitted = fitter.fit(parts.get(i), path);
            if (fitted != null) {
                block(fitted, path, json, losses);
            }
        }
        json.endArray();
        String path = "choices[0].finishReason";
        json.field(
                "stop_reason",
                AnthropicMessagesStopReasons.encode(choice.finishReason(), calls, refused, path, losses));
        json.nullableField("stop_sequence", choice.finishReason().stopSequence());
        report(choice, losses);
    }

    /** Reports what a message has no place for. */
    private static void report(Choice choice, Losses losses) {
        if (!choice.logprobs().isEmpty()) {
            losses.dropped("choices[0].logprobs", "probabilities are not told");
        }
        if (choice.message().name() != null) {
            losses.dropped("choices[0].message.name", "an answer has no speaker's name");
        }
        AnthropicMessagesDialect.EXTENSIONS.dropAll(choice.extensions(), "choices[0]", losses);
        AnthropicMessagesDialect.EXTENSIONS.dropAll(choice.message().extensions(), "choices[0].message", losses);
    }

    private static void block(Part part, String path, JsonWriter json, Losses losses) {
        Signature signature = AnthropicMessagesThoughts.of(part);
        if (signature != null) {
            AnthropicMessagesThoughts.encode(signature, json);
        }
        if (part instanceof Text text) {
            json.beginObject().field("type", "text").field("text", text.text());
            if (text.citations().isEmpty()) {
                json.nullField("citations");
            } else {
                json.beginArray("citations");
                text.citations().forEach(citation -> AnthropicMessagesCitations.encode(citation, json));
                json.endArray();
            }
            AnthropicMessagesDialect.EXTENSIONS.writeOwn(text.extensions(), json);
            json.endObject();
        } else if (part instanceof ToolCall call) {
            json.beginObject().field("type", "tool_use").field("id", call.id()).field("name", call.name());
            if (call.kind() == ToolKind.CUSTOM) {
                json.field("input", ObjectArguments.wrap(call.arguments()));
            } else {
                ObjectArguments.report(call.arguments(), path + ".arguments", losses);
                json.field("input", ObjectArguments.encode(call.arguments()));
            }
            caller(call.extensions(), json);
            AnthropicMessagesDialect.EXTENSIONS.writeOwn(call.extensions(), json);
            json.endObject();
        } else if (part instanceof Reasoning thought) {
            AnthropicMessagesThoughts.report(thought, path, losses);
            AnthropicMessagesThoughts.encode(thought, json);
        } else if (part instanceof Opaque opaque) {
            json.value(opaque.json());
        }
    }

    /** The SDKs' types want a caller; the model itself where nothing else is said. */
    static void caller(Extensions extensions, JsonWriter json) {
        if (extensions.get(AnthropicMessagesDialect.ID, "caller") == null) {
            json.beginObject("caller").field("type", "direct").endObject();
        }
    }
}
