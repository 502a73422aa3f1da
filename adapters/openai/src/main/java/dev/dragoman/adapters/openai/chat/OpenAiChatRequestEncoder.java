// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import static dev.dragoman.adapters.openai.chat.OpenAiChatDialect.EXTENSIONS;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.Sampling;
import dev.dragoman.prepare.BodySize;
import dev.dragoman.prepare.NameGrammar;
import dev.dragoman.prepare.PreparedRequest;
import dev.dragoman.prepare.RequestPreparer;
import dev.dragoman.prepare.TargetRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Canonical request to request body. Source: as {@link OpenAiChatRequestDecoder}. A stream is always asked to end with its
 * token counts, since most other dialects tell them.
 */
final class OpenAiChatRequestEncoder {
    /**
     * Names of functions are checked ("Create chat completion"); ids of calls are cut off at 40 characters, as its users report; each
     * call must have its result and each result its call. Where a compatible vendor takes less, its profile says so.
     */
    private static final TargetRules RULES = TargetRules.builder(OpenAiChatDialect.ID)
            .toolIds(NameGrammar.words(40))
            .toolNames(NameGrammar.words(64))
            .pairedResults()
            .build();

    private OpenAiChatRequestEncoder() {}

    static EncodedRequest encode(ChatRequest asked, EncodeContext context) {
        ChatRequest request = OpenAiChatModelFitter.fit(asked, context);
        Losses losses = context.losses();
        PreparedRequest prepared =
                RequestPreparer.prepare(request, RULES, new OpenAiChatRequestFitter(context.vendor()), losses);
        WireBuffer out = WireBuffer.recycled(BodySize.of(request));
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("model", request.model());
            new OpenAiChatMessageEncoder(json, losses).encode(prepared.messages());
            OpenAiChatToolEncoder.encode(prepared, json, losses);
            sampling(request.sampling(), json);
            json.field("max_completion_tokens", request.maxOutputTokens());
            json.field("stop", request.stop());
            choices(request.choiceCount(), json, context);
            OpenAiChatReasoningSettings.encode(request.reasoning(), json, context);
            new OpenAiChatSettingsEncoder(json, losses).encode(request);
            if (request.stream()) {
                json.field("stream", Boolean.TRUE);
                if (request.extensions().get(OpenAiChatDialect.ID, "stream_options") == null) {
                    json.beginObject("stream_options").field("include_usage", Boolean.TRUE);
                    EXTENSIONS.writeNested(request.extensions(), "stream_options", json);
                    json.endObject();
                }
            }
            EXTENSIONS.write(request.extensions(), "", json, losses);
            json.endObject();
        }
        return new EncodedRequest(OpenAiChatDialect.PATH, Map.of(), out.release(), prepared.plan());
    }

    private static void choices(@Nullable Integer count, JsonWriter json, EncodeContext context) {
        if (context.takes("n")) {
            json.field("n", count);
        } else if (count != null) {
            context.losses()
                    .add(
                            LossKind.DROPPED,
                            count == 1 ? Severity.NOTE : Severity.CHANGES_ANSWER,
                            "choiceCount",
                            "the vendor makes one answer at a time");
        }
    }

    private static void sampling(Sampling sampling, JsonWriter json) {
        json.field("temperature", sampling.temperature());
        json.field("top_p", sampling.topP());
        json.field("top_k", sampling.topK());
        json.field("frequency_penalty", sampling.frequencyPenalty());
        json.field("presence_penalty", sampling.presencePenalty());
        json.field("seed", sampling.seed());
        if (!sampling.logitBias().isEmpty()) {
            json.beginObject("logit_bias");
            sampling.logitBias().forEach(json::field);
            json.endObject();
        }
    }
}
