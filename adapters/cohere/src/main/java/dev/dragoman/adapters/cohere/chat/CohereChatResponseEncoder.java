// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.PlacedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Canonical answer to whole answer. Source: {@code V2ChatResponse} of {@code com.cohere:cohere-java} 1.9.3. */
final class CohereChatResponseEncoder {
    private CohereChatResponseEncoder() {}

    static byte[] encode(ChatResponse response, EncodeContext context) {
        Losses losses = context.losses();
        WireBuffer out = new WireBuffer(1024);
        CohereChatHead.report(
                response.model(), response.created(), response.serviceTier(), response.systemFingerprint(), losses);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("id", CohereChatHead.id(response.id(), context));
            for (int i = 1; i < response.choices().size(); i++) {
                losses.dropped("choices[" + i + "]", "there is one answer");
            }
            boolean keepsLogprobs = response.extensions().get(CohereChatDialect.ID, CohereChatLogprobs.MEMBER) != null;
            if (response.choices().isEmpty()) {
                // The prompt was blocked, for which the dialect has no word.
                json.field("finish_reason", CohereChatFinishReasons.ERROR);
                json.beginObject("message").field("role", "assistant").endObject();
            } else {
                choice(response.choices().get(0), json, losses);
            }
            CohereChatUsage.encode(response.usage(), json, losses);
            if (!response.choices().isEmpty() && !keepsLogprobs) {
                CohereChatLogprobs.encode(response.choices().get(0).logprobs().content(), json);
            }
            CohereChatDialect.EXTENSIONS.write(response.extensions(), "", json, losses);
            json.endObject();
        }
        return out.toBytes();
    }

    private static void choice(Choice choice, JsonWriter json, Losses losses) {
        CohereChatReplyFitter fitter = new CohereChatReplyFitter(losses);
        List<Part> parts = choice.message().parts();
        List<PlacedPart> fitted = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            String path = "choices[0].message.parts[" + i + "]";
            Part part = fitter.fit(parts.get(i), path);
            if (part != null) {
                fitted.add(new PlacedPart(part, path));
            }
        }
        CohereChatTurn turn = CohereChatTurn.of(fitted, losses);
        json.field(
                "finish_reason",
                CohereChatFinishReasons.encode(
                        choice.finishReason(), !turn.calls().isEmpty(), "choices[0].finishReason", losses));
        json.beginObject("message").field("role", "assistant").field("tool_plan", turn.plan());
        content(turn.content(), json, losses);
        calls(turn.calls(), json);
        Extensions extensions = choice.message().extensions();
        RawJson others = extensions.get(CohereChatDialect.ID, CohereChatCitations.MEMBER);
        boolean cites = CohereChatMessageEncoder.citations(turn.content(), others, json);
        CohereChatDialect.EXTENSIONS.write(
                cites ? extensions.without(CohereChatDialect.ID, Set.of(CohereChatCitations.MEMBER)) : extensions,
                "choices[0].message",
                json,
                losses);
        json.endObject();
        report(choice, losses);
    }

    private static void content(List<PlacedPart> content, JsonWriter json, Losses losses) {
        if (content.isEmpty()) {
            return;
        }
        json.beginArray("content");
        for (PlacedPart placed : content) {
            if (placed.part() instanceof Text text) {
                json.beginObject();
                text(text, text.text(), json);
                json.endObject();
            } else if (placed.part() instanceof Reasoning thought) {
                CohereChatThoughts.encode(thought, placed.path(), json, losses);
            } else if (placed.part() instanceof Opaque opaque) {
                json.value(opaque.json());
            }
        }
        json.endArray();
    }

    /** Writes the members of a text block. */
    static void text(Text text, String words, JsonWriter json) {
        json.field("type", "text").field("text", words);
        CohereChatSeal.write(CohereChatSeal.of(text.signature()), json);
        CohereChatDialect.EXTENSIONS.writeOwn(text.extensions(), json);
    }

    private static void calls(List<ToolCall> calls, JsonWriter json) {
        if (calls.isEmpty()) {
            return;
        }
        json.beginArray("tool_calls");
        for (ToolCall call : calls) {
            ToolCall told = call.kind() == ToolKind.CUSTOM
                    ? call.withArguments(CohereChatArguments.wrap(call.arguments()))
                    : call;
            CohereChatMessageEncoder.call(told, CohereChatSeal.of(call.signature()), json);
        }
        json.endArray();
    }

    /** Reports what a message has no place for. */
    private static void report(Choice choice, Losses losses) {
        CohereChatLogprobs.report(choice.logprobs(), 0, 0, losses);
        if (choice.message().name() != null) {
            losses.dropped("choices[0].message.name", "an answer has no speaker's name");
        }
        CohereChatDialect.EXTENSIONS.dropAll(choice.extensions(), "choices[0]", losses);
    }
}
