// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.ObjectArguments;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Canonical answer to whole answer. Source: as {@link BedrockConverseAnswer}. */
final class BedrockConverseResponseEncoder {
    private BedrockConverseResponseEncoder() {}

    static byte[] encode(ChatResponse response, EncodeContext context) {
        Losses losses = context.losses();
        WireBuffer out = new WireBuffer(1024);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            report(response.id(), response.model(), response.created(), response.systemFingerprint(), losses);
            for (int i = 1; i < response.choices().size(); i++) {
                losses.dropped("choices[" + i + "]", "there is one answer");
            }
            Map<String, RawJson> own = response.extensions().of(BedrockConverseDialect.ID);
            if (response.choices().isEmpty()) {
                json.beginObject("output").beginObject("message").field("role", "assistant");
                json.beginArray("content").endArray().endObject().endObject();
                json.field("stopReason", "content_filtered");
            } else {
                choice(response.choices().get(0), json, losses);
                stopSequence(response.choices().get(0).finishReason(), own, json);
            }
            BedrockConverseUsage.encode(response.usage(), json, losses);
            if (!own.containsKey("metrics")) {
                json.field("metrics", BedrockConverseAnswer.UNMEASURED);
            }
            if (!own.containsKey("serviceTier")) {
                BedrockConverseTiers.encode(response.serviceTier(), json);
            } else if (response.serviceTier() != null) {
                losses.add(LossKind.DROPPED, Severity.NOTE, "serviceTier", "the vendor's own word for it is told");
            }
            BedrockConverseDialect.EXTENSIONS.write(response.extensions(), "", json, losses);
            json.endObject();
        }
        return out.toBytes();
    }

    /** Reports what of an answer's head this dialect has no place for. */
    static void report(
            @Nullable String id,
            @Nullable String model,
            @Nullable Long created,
            @Nullable String systemFingerprint,
            Losses losses) {
        untold(id != null, "id", "answers have no id but that of their request", losses);
        untold(model != null, "model", "answers do not name the model that made them", losses);
        untold(created != null, "created", "answers do not tell when they were made", losses);
        untold(systemFingerprint != null, "systemFingerprint", "answers do not tell what made them", losses);
    }

    private static void untold(boolean present, String path, String reason, Losses losses) {
        if (present) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path, reason);
        }
    }

    /** The stop sequence has no place but the native fields, where Claude tells it. */
    private static void stopSequence(FinishReason reason, Map<String, RawJson> own, JsonWriter json) {
        if (reason.stopSequence() != null && !own.containsKey(BedrockConverseAnswer.NATIVE)) {
            json.beginObject(BedrockConverseAnswer.NATIVE).field("stop_sequence", reason.stopSequence());
            json.endObject();
        }
    }

    private static void choice(Choice choice, JsonWriter json, Losses losses) {
        BedrockConverseReplyFitter fitter = new BedrockConverseReplyFitter(losses);
        List<Part> parts = choice.message().parts();
        boolean calls = false;
        boolean refused = false;
        json.beginObject("output")
                .beginObject("message")
                .field("role", "assistant")
                .beginArray("content");
        for (int i = 0; i < parts.size(); i++) {
            String path = "choices[0].message.parts[" + i + "]";
            calls |= parts.get(i) instanceof ToolCall;
            refused |= parts.get(i) instanceof Refusal;
            Part fitted = fitter.fit(parts.get(i), path);
            boolean silent = fitted instanceof Text text && text.text().isEmpty() && text.isPlain();
            if (fitted != null && !silent) {
                block(fitted, path, json, losses);
            }
        }
        json.endArray().endObject().endObject();
        String path = "choices[0].finishReason";
        json.field(
                "stopReason", BedrockConverseStopReasons.encode(choice.finishReason(), calls, refused, path, losses));
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
        BedrockConverseDialect.EXTENSIONS.dropAll(choice.extensions(), "choices[0]", losses);
        BedrockConverseDialect.EXTENSIONS.dropAll(choice.message().extensions(), "choices[0].message", losses);
    }

    private static void block(Part part, String path, JsonWriter json, Losses losses) {
        Signature signature = BedrockConverseThoughts.of(part);
        if (signature != null) {
            BedrockConverseThoughts.encode(signature, json);
        }
        if (part instanceof Reasoning thought) {
            BedrockConverseThoughts.report(thought, path, losses);
            BedrockConverseThoughts.encode(thought, json);
        } else if (part instanceof ToolCall call && call.kind() == ToolKind.CUSTOM) {
            String wrapped = ObjectArguments.wrap(call.arguments()).toString();
            new BedrockConverseBlockEncoder(json).encode(call.withArguments(wrapped));
        } else {
            if (part instanceof ToolCall call) {
                ObjectArguments.report(call.arguments(), path + ".arguments", losses);
            }
            new BedrockConverseBlockEncoder(json).encode(part);
        }
    }
}
