// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.ReasoningSettings.Mode;
import dev.dragoman.prepare.ReasoningConversion;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code thinking}: {@code {"type":"enabled"|"disabled","token_budget"}}. Models that can think do so unless told otherwise, and
 * what they think counts among the tokens of the answer.
 */
final class CohereChatThinking {
    private static final String MEMBER = "thinking";
    /** Most tokens that the thinking models can produce. */
    private static final long CEILING = 32_768;

    private final ReasoningSettings asked;
    private final ModelTraits traits;
    private final Losses losses;
    private final @Nullable Long room;

    private CohereChatThinking(ChatRequest request, ModelTraits traits, Losses losses) {
        this.asked = request.reasoning();
        this.room = request.maxOutputTokens();
        this.traits = traits;
        this.losses = losses;
    }

    static ReasoningSettings decode(JsonReader in) {
        if (in.isNull()) {
            return ReasoningSettings.DEFAULT;
        }
        Mode mode = Mode.ON;
        Long budget = null;
        Map<String, RawJson> unknown = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> {
                    // A sample of the documentation leaves it out and means that the model shall think.
                    String type = in.isNull() ? "enabled" : in.string().toLowerCase(Locale.ROOT);
                    mode = switch (type) {
                        case "enabled" -> Mode.ON;
                        case "disabled" -> Mode.OFF;
                        default -> throw in.invalid("thinking is 'enabled' or 'disabled'");
                    };
                }
                case "token_budget" -> {
                    budget = in.integerOrNull();
                    if (budget != null && budget < 0) {
                        throw in.invalid("a budget is at least 0 tokens");
                    }
                }
                default -> unknown.put(in.name(), in.raw());
            }
        }
        return new ReasoningSettings(mode, null, budget, null, Extensions.of(CohereChatDialect.ID, unknown));
    }

    /** Writes the member, if there is something to say. */
    static void encode(ChatRequest request, ModelTraits traits, JsonWriter json, Losses losses) {
        new CohereChatThinking(request, traits, losses).encode(json);
    }

    private void encode(JsonWriter json) {
        if (asked.visibility() != null) {
            boolean hidden = asked.visibility() == ReasoningSettings.Visibility.OMITTED;
            losses.add(
                    LossKind.DROPPED,
                    hidden ? Severity.CHANGES_ANSWER : Severity.NOTE,
                    "reasoning.visibility",
                    "what is thought is always shown");
        }
        Extensions own = CohereChatDialect.EXTENSIONS.own(asked.extensions(), "reasoning", losses);
        boolean silent =
                asked.mode() == null && asked.effort() == null && asked.budgetTokens() == null && own.isEmpty();
        if (silent) {
            return;
        }
        if (traits.thinking().isEmpty()) {
            unable();
            return;
        }
        boolean off = isOff();
        mode(off);
        Long budget = off ? null : budget();
        json.beginObject(MEMBER).field("type", off ? "disabled" : "enabled").field("token_budget", budget);
        CohereChatDialect.EXTENSIONS.writeOwn(own, json);
        json.endObject();
    }

    /** A model that cannot think refuses the member. */
    private void unable() {
        boolean harmless = isOff();
        for (String member : new String[] {"mode", "effort", "budgetTokens", "extensions"}) {
            boolean said = switch (member) {
                case "mode" -> asked.mode() != null;
                case "effort" -> asked.effort() != null;
                case "budgetTokens" -> asked.budgetTokens() != null;
                default -> !asked.extensions().isEmpty();
            };
            if (said) {
                losses.add(
                        LossKind.DROPPED,
                        harmless ? Severity.NOTE : Severity.CHANGES_ANSWER,
                        "reasoning." + member,
                        "this model does not think");
            }
        }
    }

    private boolean isOff() {
        if (asked.mode() != null) {
            return asked.mode() == Mode.OFF;
        }
        boolean nothing = asked.budgetTokens() != null && asked.budgetTokens() == 0;
        return nothing || (asked.budgetTokens() == null && ReasoningEffort.NONE.equals(asked.effort()));
    }

    private void mode(boolean off) {
        if (asked.mode() == Mode.ADAPTIVE) {
            losses.approximated("reasoning.mode", "a model thinks or it does not; how much is its own choice");
        } else if (asked.mode() == null) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, "reasoning.mode", "whether to think is always said");
        }
        if (asked.effort() != null) {
            losses.add(
                    LossKind.EMULATED,
                    "reasoning.effort",
                    off ? "no effort is thinking turned off" : "an effort is a budget of tokens there");
        }
        if (off && asked.budgetTokens() != null) {
            losses.add(
                    asked.budgetTokens() == 0 ? LossKind.EMULATED : LossKind.DROPPED,
                    Severity.NOTE,
                    "reasoning.budgetTokens",
                    "there is no budget where nothing is thought");
        }
    }

    private @Nullable Long budget() {
        Long budget = asked.budgetTokens();
        if (budget != null) {
            if (budget == 0) {
                losses.add(LossKind.CLAMPED, "reasoning.budgetTokens", "a budget is at least one token");
            }
            return Math.max(1, budget);
        }
        ReasoningEffort effort = asked.effort();
        if (effort == null) {
            return null;
        }
        long ceiling = traits.maxOutputTokens() == null ? CEILING : traits.maxOutputTokens();
        long tokens = ReasoningConversion.budget(effort, ceiling);
        if (room != null && tokens >= room) {
            // Thoughts that fill the whole answer leave no room for its text.
            tokens = ReasoningConversion.budget(effort, room);
            tokens = Math.max(1, Math.min(tokens, room - 1));
        }
        return Math.max(1, tokens);
    }
}
