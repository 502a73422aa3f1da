// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.capability.ThinkingKind;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.prepare.ThinkingPlan;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a model is told to think, and how many tokens it may produce, which bounds it.
 *
 * @param plan what is decided
 */
record AnthropicMessagesThinking(ThinkingPlan plan) {
    /** Most tokens asked for where the caller does not say and the model is unknown. */
    private static final long DEFAULT_TOKENS = 4096;
    /** Vendor's SDKs refuse more without a stream: an answer would take over ten minutes. */
    private static final long UNSTREAMED_TOKENS = 21_333;

    /** Whether the model thinks. */
    boolean isOn() {
        return plan.isOn();
    }

    /** Whether it thinks with a budget, which forbids more than thinking otherwise. */
    boolean isManual() {
        return plan.isManual();
    }

    /** {@code output_config.effort}; {@code null} if not said. */
    @Nullable String effort() {
        return plan.effort();
    }

    /** {@code max_tokens}. */
    long maxTokens() {
        return Objects.requireNonNull(plan.limit());
    }

    /** The same request without thinking. */
    AnthropicMessagesThinking off() {
        return new AnthropicMessagesThinking(plan.off());
    }

    static AnthropicMessagesThinking of(ChatRequest request, ModelTraits traits, Losses losses) {
        return new AnthropicMessagesThinking(plan(request, traits, losses));
    }

    private @Nullable String type() {
        ThinkingKind kind = plan.kind();
        return kind == null
                ? null
                : switch (kind) {
                    case MANUAL -> "enabled";
                    case ADAPTIVE -> "adaptive";
                    case OFF -> "disabled";
                    case BETWEEN_TOOLS -> AnthropicMessagesThinkingDecoder.BETWEEN_TOOLS;
                };
    }

    private @Nullable String display() {
        ReasoningSettings.Visibility visibility = plan.visibility();
        return visibility == null
                ? null
                : visibility == ReasoningSettings.Visibility.OMITTED ? "omitted" : "summarized";
    }

    void encode(ReasoningSettings settings, JsonWriter json, Losses losses) {
        AnthropicMessagesDialect.EXTENSIONS.dropForeign(settings.extensions(), "reasoning", losses);
        Map<String, RawJson> own = settings.extensions().of(AnthropicMessagesDialect.ID);
        String type = type();
        if (type == null) {
            own.keySet()
                    .forEach(name -> losses.dropped(
                            "reasoning.extensions." + AnthropicMessagesDialect.ID + "." + name,
                            "nothing is said about thinking"));
            return;
        }
        json.beginObject("thinking").field("type", type).field("budget_tokens", plan.budget());
        if (!own.containsKey("display")) {
            json.field("display", display());
        }
        own.forEach((name, value) -> {
            if (!name.equals(AnthropicMessagesThinkingDecoder.BETWEEN_TOOLS)) {
                json.field(name, value);
            }
        });
        json.endObject();
    }

    private static ThinkingPlan plan(ChatRequest request, ModelTraits traits, Losses losses) {
        boolean between = request.reasoning()
                        .extensions()
                        .get(AnthropicMessagesDialect.ID, AnthropicMessagesThinkingDecoder.BETWEEN_TOOLS)
                != null;
        return ThinkingPlan.of(
                request,
                traits,
                maxTokens(request, traits, losses),
                between ? ThinkingKind.BETWEEN_TOOLS : null,
                losses);
    }

    private static long maxTokens(ChatRequest request, ModelTraits traits, Losses losses) {
        Long wanted = request.maxOutputTokens();
        Long most = traits.maxOutputTokens();
        if (wanted == null) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, "maxOutputTokens", "a limit is required there");
            if (most == null) {
                return DEFAULT_TOKENS;
            }
            return request.stream() ? most : Math.min(most, UNSTREAMED_TOKENS);
        }
        if (most != null && wanted > most) {
            losses.add(LossKind.CLAMPED, "maxOutputTokens", "this model produces at most " + most + " tokens");
            return most;
        }
        return wanted;
    }
}
