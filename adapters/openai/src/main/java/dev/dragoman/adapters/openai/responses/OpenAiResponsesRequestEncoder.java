// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.adapters.openai.shared.OpenAiModels;
import dev.dragoman.capability.ModelTraits;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.prepare.BodySize;
import dev.dragoman.prepare.NameGrammar;
import dev.dragoman.prepare.PreparedRequest;
import dev.dragoman.prepare.RequestPreparer;
import dev.dragoman.prepare.TargetRules;
import java.util.List;
import java.util.Map;

/** Canonical request to request body. Source: as {@link OpenAiResponsesRequestDecoder}. */
final class OpenAiResponsesRequestEncoder {
    /** Settings by which the vendor remembers. */
    private static final List<String> REMEMBERED = List.of("previous_response_id", "conversation");

    /** Ids of calls are at most 64 characters; 4 breakpoints are written in a request. */
    private static final TargetRules RULES = TargetRules.builder(OpenAiResponsesDialect.ID)
            .toolIds(NameGrammar.words(64))
            .toolNames(NameGrammar.words(64))
            .noSpeakerNames()
            .cacheBreakpoints(4)
            .build();
    /** Where the vendor knows nothing of the conversation, calls without results and results without calls are refused. */
    private static final TargetRules COMPLETE =
            RULES.toBuilder().pairedResults().build();

    private OpenAiResponsesRequestEncoder() {}

    static EncodedRequest encode(ChatRequest request, EncodeContext context) {
        boolean remembered = REMEMBERED.stream().anyMatch(name -> isSet(request, name));
        if (request.messages().isEmpty() && !remembered && !isSet(request, "prompt")) {
            throw ChatException.invalid("messages", "at least one message is required");
        }
        Losses losses = context.losses();
        PreparedRequest prepared = RequestPreparer.prepare(
                request, remembered ? RULES : COMPLETE, new OpenAiResponsesRequestFitter(request, context), losses);
        ModelTraits traits = OpenAiModels.find(request.model(), context).orElse(null);
        WireBuffer out = WireBuffer.recycled(BodySize.of(request));
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("model", request.model());
            new OpenAiResponsesInputEncoder(json, losses).encode(prepared.messages());
            new OpenAiResponsesToolEncoder(json, losses).encode(prepared);
            OpenAiResponsesSamplingEncoder.encode(request, traits, json, losses);
            new OpenAiResponsesSettingsEncoder(request, traits, json, losses).encode(prepared.outputFormat());
            if (request.store() != null || (!remembered && !isSet(request, "background"))) {
                // What is not asked to be kept is not kept: other dialects keep nothing, this one's default is to keep
                // all.
                json.field("store", (Boolean) Boolean.TRUE.equals(request.store()));
            }
            if (request.stream()) {
                json.field("stream", Boolean.TRUE);
            }
            if (OpenAiResponsesDialect.EXTENSIONS.hasNested(request.extensions(), "stream_options")) {
                json.beginObject("stream_options");
                OpenAiResponsesDialect.EXTENSIONS.writeNested(request.extensions(), "stream_options", json);
                json.endObject();
            }
            OpenAiResponsesDialect.EXTENSIONS.write(
                    OpenAiResponsesSettingsEncoder.others(request.extensions()), "", json, losses);
            json.endObject();
        }
        return new EncodedRequest(OpenAiResponsesDialect.PATH, Map.of(), out.release(), prepared.plan());
    }

    private static boolean isSet(ChatRequest request, String name) {
        return request.extensions().get(OpenAiResponsesDialect.ID, name) != null;
    }
}
