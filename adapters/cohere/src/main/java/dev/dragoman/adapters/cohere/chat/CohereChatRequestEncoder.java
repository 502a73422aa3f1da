// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.prepare.BodySize;
import dev.dragoman.prepare.NameGrammar;
import dev.dragoman.prepare.PreparedRequest;
import dev.dragoman.prepare.RequestPreparer;
import dev.dragoman.prepare.TargetRules;
import dev.dragoman.prepare.TargetRules.JsonOutput;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Canonical request to request body. Source: as {@link CohereChatRequestDecoder}. */
final class CohereChatRequestEncoder {
    /**
     * Messages of one side may follow each other, but the last one is the user's or a result, and none is empty: reports of users
     * (kwaroran/Risuai #504 and #633) and the texts of the vendor's errors.
     */
    private static final TargetRules RULES = TargetRules.builder(CohereChatDialect.ID)
            .uniqueToolIds()
            .toolNames(new NameGrammar("_", true, 1, Integer.MAX_VALUE))
            .noCustomTools()
            .noAllowedTools()
            .toolChoices(TargetRules.ToolChoices.MODES)
            .noMediaInResults()
            .pairedResults()
            .prefill(false)
            .noEmptyText()
            .noDeveloperRole()
            .noSpeakerNames()
            .instructions(TargetRules.Instructions.LEADING)
            .cacheBreakpoints(0)
            .build();

    private CohereChatRequestEncoder() {}

    static EncodedRequest encode(ChatRequest request, EncodeContext context) {
        if (request.messages().isEmpty()) {
            throw ChatException.invalid("messages", "at least one message is required");
        }
        Losses losses = context.losses();
        ModelTraits traits = CohereChatModels.of(request.model(), context);
        CohereChatRequestFitter fitter =
                new CohereChatRequestFitter(context.vendor(), !traits.thinking().isEmpty());
        RawJson schema = isSetting(request) ? schema(request.outputFormat(), losses) : null;
        PreparedRequest prepared = RequestPreparer.prepare(request, rules(request, traits, schema), fitter, losses);
        WireBuffer out = WireBuffer.recycled(BodySize.of(request));
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("model", request.model());
            json.field("stream", (Boolean) request.stream());
            new CohereChatMessageEncoder(json, losses).encode(prepared.messages());
            boolean tools = new CohereChatToolEncoder(json, losses).encode(prepared, traits.forcedToolChoice());
            new CohereChatDocumentsEncoder(request.extensions(), json, losses).encode(fitter.documents());
            new CohereChatSettingsEncoder(request, json, losses).encode(prepared.outputFormat(), schema);
            CohereChatThinking.encode(request, traits, json, losses);
            Extensions rest = CohereChatDocumentsEncoder.rest(request.extensions(), fitter.documents());
            CohereChatDialect.EXTENSIONS.write(unsaid(rest, request, tools, losses), "", json, losses);
            json.endObject();
        }
        return new EncodedRequest(CohereChatDialect.PATH, Map.of(), out.release(), prepared.plan());
    }

    /** Whether the answer's form can be a setting: not with tools, and not with documents. */
    private static boolean isSetting(ChatRequest request) {
        return request.tools().isEmpty()
                && CohereChatDocumentsEncoder.given(request.extensions()).isEmpty()
                && request.messages().stream()
                        .flatMap(message -> message.parts().stream())
                        .noneMatch(Document.class::isInstance);
    }

    /** The extensions without those that the request says in canonical words, too. */
    private static Extensions unsaid(Extensions extensions, ChatRequest request, boolean tools, Losses losses) {
        Set<String> said = new HashSet<>();
        if (tools) {
            said.add("strict_tools");
        }
        if (request.sampling().seed() != null) {
            said.add("seed");
        }
        said.retainAll(extensions.of(CohereChatDialect.ID).keySet());
        for (String name : said) {
            losses.dropped("extensions." + CohereChatDialect.ID + "." + name, "the request says it otherwise, too");
        }
        return extensions.without(CohereChatDialect.ID, said);
    }

    private static @Nullable RawJson schema(@Nullable OutputFormat format, Losses losses) {
        return format instanceof OutputFormat.JsonSchema json
                ? CohereChatSchemas.strict(json.schema(), "outputFormat.schema", losses)
                : null;
    }

    private static TargetRules rules(ChatRequest request, ModelTraits traits, @Nullable RawJson schema) {
        if (request.outputFormat() == null) {
            return RULES;
        }
        boolean free = isSetting(request);
        JsonOutput instead = traits.forcedToolChoice() && !request.tools().isEmpty()
                ? JsonOutput.FORCED_TOOL
                : JsonOutput.INSTRUCTION;
        return RULES.toBuilder()
                .jsonSchema(schema != null ? JsonOutput.NATIVE : instead)
                .jsonObject(free ? JsonOutput.NATIVE : instead)
                .build();
    }
}
