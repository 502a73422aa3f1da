// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.capability.ThinkingKind;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.prepare.ThinkingPlan;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a model is told to think, in the words of its family.
 *
 * @param plan what is decided
 * @param family the model's family
 * @param nova whether Nova thinks: {@code enabled} or {@code disabled}; {@code null} to say nothing
 */
record BedrockConverseThinking(
        ThinkingPlan plan,
        BedrockConverseFamily family,
        @Nullable String nova) {
    private static final ThinkingPlan NOTHING = new ThinkingPlan(null, null, null, null, null);

    static BedrockConverseThinking of(
            ChatRequest request,
            ModelTraits traits,
            BedrockConverseFamily family,
            @Nullable Long limit,
            Losses losses) {
        ReasoningSettings asked = request.reasoning();
        boolean between =
                asked.extensions().get(BedrockConverseDialect.ID, BedrockConverseThinkingDecoder.BETWEEN_TOOLS) != null;
        if (family.reasoning() == BedrockConverseFamily.Reasoning.CLAUDE) {
            ThinkingPlan plan =
                    ThinkingPlan.of(request, traits, limit, between ? ThinkingKind.BETWEEN_TOOLS : null, losses);
            return new BedrockConverseThinking(plan, family, null);
        }
        if (asked.equals(ReasoningSettings.DEFAULT)) {
            return new BedrockConverseThinking(NOTHING, family, null);
        }
        return new BedrockConverseEffort(asked, traits, family, losses).plan();
    }

    /** The same without thinking. */
    BedrockConverseThinking off() {
        return new BedrockConverseThinking(plan.off(), family, nova);
    }

    /** Whether the model is known to refuse limits and sampling while it thinks so hard (Nova). */
    boolean refusesLimits() {
        return "enabled".equals(nova) && "high".equals(plan.effort());
    }

    /** The effort that is told in {@code outputConfig}; {@code null} if it is told elsewhere or not at all. */
    @Nullable String outputEffort() {
        boolean here = family.reasoning() == BedrockConverseFamily.Reasoning.EFFORT && family.effort() == null;
        return here ? plan.effort() : null;
    }

    /** Adds what is told in native fields. */
    void tell(ReasoningSettings settings, BedrockConverseNatives natives, Losses losses) {
        BedrockConverseDialect.EXTENSIONS.dropForeign(settings.extensions(), "reasoning", losses);
        Map<String, RawJson> own = settings.extensions().of(BedrockConverseDialect.ID);
        switch (family.reasoning()) {
            case CLAUDE -> {
                claude(own, natives, losses);
                if (plan.effort() != null) {
                    natives.put("output_config.effort", RawJson.string(plan.effort()));
                }
            }
            case NOVA -> {
                if (nova == null) {
                    lost(own, losses);
                    return;
                }
                natives.put("reasoningConfig.type", RawJson.string(nova));
                if (plan.effort() != null) {
                    natives.put("reasoningConfig.maxReasoningEffort", RawJson.string(plan.effort()));
                }
                own.forEach((name, value) -> natives.put("reasoningConfig." + name, value));
            }
            case EFFORT, NONE -> {
                if (plan.effort() != null && family.effort() != null) {
                    natives.put(family.effort(), RawJson.string(plan.effort()));
                }
                lost(own, losses);
            }
        }
    }

    private static void lost(Map<String, RawJson> own, Losses losses) {
        own.keySet()
                .forEach(name -> losses.add(
                        LossKind.DROPPED,
                        Severity.CHANGES_ANSWER,
                        "reasoning.extensions." + BedrockConverseDialect.ID + "." + name,
                        "nothing is said about thinking"));
    }

    private void claude(Map<String, RawJson> own, BedrockConverseNatives natives, Losses losses) {
        ThinkingKind kind = plan.kind();
        if (kind == null) {
            lost(own, losses);
            return;
        }
        WireBuffer out = new WireBuffer(64);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            json.field(
                    "type",
                    switch (kind) {
                        case MANUAL -> "enabled";
                        case ADAPTIVE -> "adaptive";
                        case OFF -> "disabled";
                        case BETWEEN_TOOLS -> BedrockConverseThinkingDecoder.BETWEEN_TOOLS;
                    });
            json.field("budget_tokens", plan.budget());
            if (plan.visibility() != null && !own.containsKey("display")) {
                boolean omitted = plan.visibility() == ReasoningSettings.Visibility.OMITTED;
                json.field("display", omitted ? "omitted" : "summarized");
            }
            own.forEach((name, value) -> {
                if (!name.equals(BedrockConverseThinkingDecoder.BETWEEN_TOOLS)) {
                    json.field(name, value);
                }
            });
            json.endObject();
        }
        natives.put("thinking", RawJson.written(out));
    }
}
