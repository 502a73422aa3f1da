// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.fit.Setting;
import dev.dragoman.fit.UnsaidSettings;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.prepare.BodySize;
import dev.dragoman.prepare.NameGrammar;
import dev.dragoman.prepare.PreparedRequest;
import dev.dragoman.prepare.RequestPreparer;
import dev.dragoman.prepare.TargetRules;
import dev.dragoman.prepare.TargetRulesBuilder;
import dev.dragoman.prepare.ThinkingPlan;
import dev.dragoman.schema.SchemaCompiler;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Canonical request to request body and path. Source: as {@link BedrockConverseRequestDecoder}. */
final class BedrockConverseRequestEncoder {
    private static final UnsaidSettings UNSAID = UnsaidSettings.of(
            Setting.FREQUENCY_PENALTY,
            Setting.PRESENCE_PENALTY,
            Setting.SEED,
            Setting.LOGIT_BIAS,
            Setting.CHOICE_COUNT,
            Setting.VERBOSITY,
            Setting.MODALITIES,
            Setting.AUDIO_OUTPUT,
            Setting.PREDICTION,
            Setting.LOGPROBS,
            Setting.TOP_LOGPROBS,
            Setting.STORE,
            Setting.WEB_SEARCH,
            Setting.CACHE_KEY,
            Setting.CACHE_RETENTION);

    private static final TargetRules RULES = TargetRules.builder(BedrockConverseDialect.ID)
            .toolIds(new NameGrammar("_.:-", false, 1, 64))
            .uniqueToolIds()
            .toolNames(NameGrammar.words(64))
            .noCustomTools()
            .noAllowedTools()
            .declaredTools()
            .pairedResults()
            .mergedTurns()
            .beginsWithUser()
            .noEmptyText()
            .noDeveloperRole()
            .noSpeakerNames()
            .cacheBreakpoints(4)
            .jsonObject(TargetRules.JsonOutput.INSTRUCTION)
            .build();

    /** Ids of calls that Mistral's models take. */
    private static final NameGrammar SHORT_IDS = new NameGrammar("", false, 9, 9);

    private BedrockConverseRequestEncoder() {}

    static EncodedRequest encode(ChatRequest request, EncodeContext context) {
        boolean prompted = isPrompt(request.model());
        if (request.messages().isEmpty() && !prompted) {
            throw ChatException.invalid("messages", "at least one message is required");
        }
        Losses losses = context.losses();
        ModelTraits traits = BedrockConverseModels.of(request.model(), context);
        BedrockConverseFamily family = BedrockConverseFamily.of(traits);
        Long limit = BedrockConverseSettingsEncoder.limit(request, traits, losses);
        BedrockConverseThinking thinking = BedrockConverseThinking.of(request, traits, family, limit, losses);
        RawJson schema = traits.jsonSchema() ? schema(request.outputFormat(), losses) : null;
        TargetRules rules = rules(traits, family, thinking.plan(), schema);
        PreparedRequest prepared = prompted && request.messages().isEmpty()
                ? RequestPreparer.prepare(
                        request, TargetRules.builder(BedrockConverseDialect.ID).build(), losses)
                : RequestPreparer.prepare(
                        request, rules, new BedrockConverseRequestFitter(context.vendor(), request.model()), losses);
        if (thinking.plan().isManual() && ThinkingPlan.loopsUnsigned(prepared.messages())) {
            losses.add(
                    LossKind.EMULATED,
                    "reasoning",
                    "a turn of tool calls without its thoughts is continued without thinking");
            thinking = thinking.off();
        }
        boolean forcible = traits.forcedToolChoice() && !thinking.plan().isManual();
        BedrockConverseToolChoice choice = BedrockConverseToolChoice.of(prepared, family, forcible, losses);
        WireBuffer out = WireBuffer.recycled(BodySize.of(request));
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            new BedrockConverseMessageEncoder(json, family, request.cache(), losses).encode(prepared.messages());
            BedrockConverseNatives natives = new BedrockConverseNatives();
            new BedrockConverseToolEncoder(json, family, losses).encode(choice.tools(), choice, request.extensions());
            choice.tell(natives);
            BedrockConverseSettingsEncoder settings =
                    new BedrockConverseSettingsEncoder(request, traits, family, thinking, json, losses);
            settings.inference(limit, natives);
            settings.output(prepared.outputFormat(), prepared.outputFormat() == null ? null : schema);
            settings.responsePaths();
            thinking.tell(request.reasoning(), natives, losses);
            natives.takeAll(request.extensions());
            natives.write(json);
            BedrockConverseTiers.encodeWish(request.serviceTier(), json, losses);
            new BedrockConverseLabels(request, losses).encode(json);
            UNSAID.report(request, losses);
            BedrockConverseDialect.EXTENSIONS.write(
                    BedrockConverseNatives.others(request.extensions()), "", json, losses);
            json.endObject();
        }
        String path = request.stream()
                ? BedrockConverseUri.converseStream(request.model())
                : BedrockConverseUri.converse(request.model());
        return new EncodedRequest(path, headers(request.stream()), out.release(), prepared.plan());
    }

    /** Whether the model goes on where a last message of its own ends. That is known of Claude's older models only. */
    static boolean continues(ChatRequest request, EncodeContext context) {
        ModelTraits traits = BedrockConverseModels.of(request.model(), context);
        BedrockConverseFamily family = BedrockConverseFamily.of(traits);
        return family.reasoning() == BedrockConverseFamily.Reasoning.CLAUDE
                && traits.prefill()
                && request.outputFormat() == null
                && !BedrockConverseThinking.of(request, traits, family, null, new Losses())
                        .plan()
                        .isOn();
    }

    /** A stream is asked for by its media type, as AWS' SDKs do. */
    static Map<String, String> headers(boolean stream) {
        return stream ? Map.of("Accept", BedrockConverseDialect.EVENT_STREAM) : Map.of();
    }

    /** Whether the model is a prepared prompt, which brings its own messages. */
    private static boolean isPrompt(String model) {
        return model.startsWith("arn:") && model.contains(":prompt/");
    }

    /** The compiled schema of the answer; {@code null} if there is none or it cannot be said. */
    private static @Nullable RawJson schema(@Nullable OutputFormat format, Losses losses) {
        return format instanceof OutputFormat.JsonSchema json
                        && json.schema() != null
                        && json.schema().isObject()
                ? SchemaCompiler.compile(
                        json.schema(), BedrockConverseToolEncoder.STRICT, "outputFormat.schema", losses)
                : null;
    }

    private static TargetRules rules(
            ModelTraits traits, BedrockConverseFamily family, ThinkingPlan thinking, @Nullable RawJson schema) {
        TargetRules.JsonOutput instead = traits.forcedToolChoice() && !thinking.isManual()
                ? TargetRules.JsonOutput.FORCED_TOOL
                : TargetRules.JsonOutput.INSTRUCTION;
        TargetRulesBuilder rules = RULES.toBuilder()
                .prefill(traits.prefill() && !thinking.isOn() && schema == null)
                .instructions(
                        traits.systemMessages()
                                ? TargetRules.Instructions.AFTER_USER
                                : TargetRules.Instructions.LEADING)
                .jsonSchema(schema != null ? TargetRules.JsonOutput.NATIVE : instead);
        return (family.shortToolIds() ? rules.toolIds(SHORT_IDS) : rules).build();
    }
}
