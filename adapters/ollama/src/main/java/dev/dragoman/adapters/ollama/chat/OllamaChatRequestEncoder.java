// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.prepare.BodySize;
import dev.dragoman.prepare.PreparedRequest;
import dev.dragoman.prepare.RequestPreparer;
import dev.dragoman.prepare.TargetRules;
import java.util.Map;

/** Canonical request to request body. Source: as {@link OllamaChatRequestDecoder}. Whether to stream is always said. */
final class OllamaChatRequestEncoder {
    private static final TargetRules RULES = TargetRules.builder(OllamaChatDialect.ID)
            .noCustomTools()
            .noAllowedTools()
            .noDeveloperRole()
            .noSpeakerNames()
            .toolChoices(TargetRules.ToolChoices.AUTO_ONLY)
            .build();

    private OllamaChatRequestEncoder() {}

    static EncodedRequest encode(ChatRequest request, EncodeContext context) {
        Losses losses = context.losses();
        PreparedRequest prepared =
                RequestPreparer.prepare(request, RULES, new OllamaChatRequestFitter(context.vendor()), losses);
        WireBuffer out = WireBuffer.recycled(BodySize.of(request));
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("model", request.model());
            new OllamaChatMessageEncoder(json, losses).encode(prepared.messages());
            new OllamaChatToolEncoder(json, losses).encode(prepared);
            new OllamaChatSettingsEncoder(request, OllamaChatModels.of(request.model(), context), json, losses)
                    .encode(prepared.outputFormat());
            json.endObject();
        }
        return new EncodedRequest(OllamaChatDialect.PATH, Map.of(), out.release(), prepared.plan());
    }
}
