// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import java.util.List;

/** Canonical answer to whole answer. Source: {@code GenerateContentResponse} of npm {@code @google/genai} 3.1.0. */
final class GeminiResponseEncoder {
    /** Why a prompt was blocked, where nobody says it. */
    static final String BLOCKED = "OTHER";

    private GeminiResponseEncoder() {}

    static byte[] encode(ChatResponse response, EncodeContext context) {
        Losses losses = context.losses();
        WireBuffer out = new WireBuffer(1024);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            if (response.choices().isEmpty()) {
                blocked(response.extensions(), json);
            } else {
                json.beginArray("candidates");
                for (int i = 0; i < response.choices().size(); i++) {
                    choice(response.choices().get(i), "choices[" + i + "]", json, losses);
                }
                json.endArray();
            }
            GeminiUsage.encode(response.usage(), response.serviceTier(), json, losses);
            GeminiHead.encode(response.id(), response.model(), response.created(), context, json);
            GeminiHead.report(response.systemFingerprint(), losses);
            GeminiDialect.EXTENSIONS.write(response.extensions(), "", json, losses);
            json.endObject();
        }
        return out.toBytes();
    }

    /** Says that the prompt was blocked, where the vendor did not say it in words of this dialect. */
    static void blocked(Extensions extensions, JsonWriter json) {
        if (extensions.get(GeminiDialect.ID, GeminiChunk.FEEDBACK) == null) {
            json.beginObject(GeminiChunk.FEEDBACK).field("blockReason", BLOCKED).endObject();
        }
    }

    private static void choice(Choice choice, String path, JsonWriter json, Losses losses) {
        GeminiReplyFitter fitter = new GeminiReplyFitter(losses);
        GeminiGroundingEncoder grounding = new GeminiGroundingEncoder(losses);
        List<Part> parts = choice.message().parts();
        boolean calls = false;
        int written = 0;
        json.beginObject().beginObject("content");
        for (int i = 0; i < parts.size(); i++) {
            String place = path + ".message.parts[" + i + "]";
            calls |= parts.get(i) instanceof ToolCall;
            Part part = fitter.fit(parts.get(i), place);
            if (part == null || isNothing(part, place, losses)) {
                continue;
            }
            if (written == 0) {
                json.beginArray("parts");
            }
            if (part instanceof Text text) {
                for (int c = 0; c < text.citations().size(); c++) {
                    Citation citation = text.citations().get(c);
                    grounding.add(citation, written, text.text(), place + ".citations[" + c + "]");
                }
            }
            GeminiReplyParts.encode(part, place, json, losses);
            written++;
        }
        if (written > 0) {
            json.endArray();
        }
        json.field("role", "model");
        if (choice.message().name() != null) {
            losses.dropped(path + ".message.name", "an answer has no speaker's name");
        }
        GeminiDialect.EXTENSIONS.write(choice.message().extensions(), path + ".message", json, losses);
        json.endObject();
        json.field(
                "finishReason",
                GeminiFinishReasons.encode(choice.finishReason(), calls, path + ".finishReason", losses));
        json.field("index", (Integer) choice.index());
        GeminiLogprobs.encode(choice.logprobs(), path + ".logprobs", json, losses);
        if (!grounding.isEmpty() && choice.extensions().get(GeminiDialect.ID, GeminiGrounding.FIELD) == null) {
            grounding.encode(json);
        }
        GeminiDialect.EXTENSIONS.write(choice.extensions(), path, json, losses);
        json.endObject();
    }

    /** An empty text says nothing and is not written; what it cites is lost. */
    private static boolean isNothing(Part part, String place, Losses losses) {
        if (!(part instanceof Text text)
                || !text.text().isEmpty()
                || text.signature() != null
                || !text.extensions().isEmpty()) {
            return false;
        }
        if (!text.citations().isEmpty()) {
            losses.dropped(place + ".citations", "an empty text cites nothing");
        }
        return true;
    }
}
