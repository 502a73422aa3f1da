// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

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
import java.util.Map;

/**
 * Canonical request to request body. Source: as {@link MistralChatRequestDecoder}; order of messages, ids and names after
 * {@code mistral-common} 1.11.7. A stream always ends with its token counts.
 */
final class MistralChatRequestEncoder {
    /** Ids of calls: nine letters and digits. */
    static final NameGrammar CALL_IDS = new NameGrammar("", false, 9, 9);

    private static final TargetRules RULES = TargetRules.builder(MistralChatDialect.ID)
            .toolIds(CALL_IDS)
            .uniqueToolIds()
            .toolNames(NameGrammar.words(64))
            .noCustomTools()
            .noAllowedTools()
            .pairedResults()
            .noDeveloperRole()
            .noSpeakerNames()
            .instructions(TargetRules.Instructions.BEHIND_USER_MESSAGE)
            .repeatsPrefill()
            .build();

    private MistralChatRequestEncoder() {}

    static EncodedRequest encode(ChatRequest request, EncodeContext context) {
        if (request.messages().isEmpty()) {
            throw ChatException.invalid("messages", "at least one message is required");
        }
        Losses losses = context.losses();
        PreparedRequest prepared = RequestPreparer.prepare(
                request, RULES, new MistralChatRequestFitter(context.vendor(), request.model()), losses);
        WireBuffer out = WireBuffer.recycled(BodySize.of(request));
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("model", request.model());
            new MistralChatMessageEncoder(json, losses).encode(prepared.messages());
            new MistralChatToolEncoder(json, losses).encode(prepared);
            new MistralChatSettingsEncoder(json, losses).encode(request, prepared.outputFormat());
            new MistralChatReasoningSettings(request, MistralChatModels.of(request.model(), context), json, losses)
                    .encode();
            if (request.stream()) {
                json.field("stream", Boolean.TRUE);
            }
            MistralChatDialect.EXTENSIONS.write(request.extensions(), "", json, losses);
            json.endObject();
        }
        return new EncodedRequest(MistralChatDialect.PATH, Map.of(), out.release(), prepared.plan());
    }

    /** Whether the model goes on where a last message of its own ends: by {@code prefix}, unless it would think or write JSON first. */
    static boolean continues(ChatRequest request, EncodeContext context) {
        return request.outputFormat() == null
                && !MistralChatReasoningSettings.isOn(
                        request.reasoning(), MistralChatModels.of(request.model(), context));
    }
}
