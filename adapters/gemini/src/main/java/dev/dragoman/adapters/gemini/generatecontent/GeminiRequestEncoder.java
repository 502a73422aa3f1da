// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.fit.Setting;
import dev.dragoman.fit.UnsaidSettings;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.prepare.BodySize;
import dev.dragoman.prepare.NameGrammar;
import dev.dragoman.prepare.PreparedRequest;
import dev.dragoman.prepare.ReplyPlan;
import dev.dragoman.prepare.RequestPreparer;
import dev.dragoman.prepare.TargetRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Canonical request to request body. Source: as {@link GeminiRequestDecoder}. */
final class GeminiRequestEncoder {
    private static final UnsaidSettings UNSAID = UnsaidSettings.of(
            Setting.VERBOSITY,
            Setting.PREDICTION,
            Setting.USER,
            Setting.SAFETY_IDENTIFIER,
            Setting.CACHE_KEY,
            Setting.CACHE_RETENTION,
            Setting.CACHE_MODE,
            Setting.CACHE_TTL);

    private static final TargetRules RULES = TargetRules.builder(GeminiDialect.ID)
            .uniqueToolIds()
            .toolNames(new NameGrammar("_.:-", true, 1, 128))
            .noCustomTools()
            .pairedResults()
            .mergedTurns()
            .beginsWithUser()
            .noEmptyText()
            .noDeveloperRole()
            .noSpeakerNames()
            .instructions(TargetRules.Instructions.LEADING)
            .build();

    private GeminiRequestEncoder() {}

    static EncodedRequest encode(ChatRequest request, EncodeContext context) {
        WireBuffer out = WireBuffer.recycled(BodySize.of(request));
        ReplyPlan plan;
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            plan = members(request, context, json);
            json.endObject();
        }
        String path = GeminiEndpoint.of(request.stream()).path(request.model());
        return new EncodedRequest(path, Map.of(), out.release(), plan);
    }

    /** Writes the members of the body. */
    static ReplyPlan members(ChatRequest request, EncodeContext context, JsonWriter json) {
        if (request.messages().isEmpty()) {
            throw ChatException.invalid("messages", "at least one message is required");
        }
        Losses losses = context.losses();
        ModelTraits traits = GeminiModels.of(request.model(), context);
        RawJson schema = schema(request.outputFormat(), losses);
        PreparedRequest prepared = RequestPreparer.prepare(
                request,
                rules(request, traits, schema),
                new GeminiRequestFitter(context.vendor(), request.model(), traits),
                losses);
        new GeminiContentEncoder(json, traits, context).encode(prepared.messages());
        new GeminiToolEncoder(prepared, traits, context, json).encode();
        new GeminiConfigEncoder(request, traits, json, losses).encode(prepared.outputFormat(), schema);
        json.field("serviceTier", GeminiTiers.encodeWish(request.serviceTier(), losses));
        if (context.takes("labels")) {
            json.field("labels", request.metadata());
        } else if (!request.metadata().isEmpty()) {
            losses.dropped("metadata", "requests carry no labels");
        }
        json.field("store", request.store());
        GeminiDialect.EXTENSIONS.write(request.extensions(), "", json, losses);
        UNSAID.report(request, losses);
        return prepared.plan();
    }

    /** The compiled schema of the answer; {@code null} if there is none or it cannot be said. */
    private static @Nullable RawJson schema(@Nullable OutputFormat format, Losses losses) {
        return format instanceof OutputFormat.JsonSchema json
                        && json.schema() != null
                        && json.schema().isObject()
                ? GeminiSchemas.compile(json.schema(), "outputFormat.schema", losses)
                : null;
    }

    private static TargetRules rules(ChatRequest request, ModelTraits traits, @Nullable RawJson schema) {
        TargetRules.JsonOutput how = jsonOutput(request, traits);
        boolean unsayable = request.outputFormat() instanceof OutputFormat.JsonSchema json
                && json.schema() != null
                && schema == null;
        return RULES.toBuilder()
                .jsonObject(how)
                .jsonSchema(
                        unsayable && how == TargetRules.JsonOutput.NATIVE ? TargetRules.JsonOutput.INSTRUCTION : how)
                .build();
    }

    /** Older models refuse JSON together with tools, newer ones JSON together with a forced call. */
    private static TargetRules.JsonOutput jsonOutput(ChatRequest request, ModelTraits traits) {
        boolean functions = request.tools().stream().anyMatch(GeminiRequestEncoder::isFunction);
        boolean hosted = request.webSearch() != null
                || request.tools().stream()
                        .anyMatch(tool ->
                                tool instanceof HostedTool own && own.dialect().equals(GeminiDialect.ID));
        ToolChoice choice = request.toolChoice();
        boolean free = choice == null || ToolChoice.AUTO.equals(choice) || ToolChoice.NONE.equals(choice);
        boolean old = traits.has(GeminiModels.NO_JSON_WITH_TOOLS);
        if (!(old ? functions || hosted : functions && !free)) {
            return TargetRules.JsonOutput.NATIVE;
        }
        boolean any = free || ToolChoice.REQUIRED.equals(choice);
        return functions && any && !ToolChoice.NONE.equals(choice)
                ? TargetRules.JsonOutput.FORCED_TOOL
                : TargetRules.JsonOutput.INSTRUCTION;
    }

    private static boolean isFunction(Tool tool) {
        return tool instanceof FunctionTool || !(tool instanceof HostedTool);
    }
}
