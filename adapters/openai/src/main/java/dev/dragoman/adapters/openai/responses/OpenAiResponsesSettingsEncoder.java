// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.settings.CacheSettings;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.ReasoningSettings.Mode;
import dev.dragoman.model.settings.ReasoningSettings.Visibility;
import dev.dragoman.prepare.ReasoningConversion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings of a request that are more than one value, and those that name and label it. */
final class OpenAiResponsesSettingsEncoder implements OutputFormat.Cases<JsonWriter> {
    /** What a budget is a share of: the output ceiling of OpenAI's reasoning models. */
    private static final long CEILING = 128_000;

    private static final String INCLUDE = "include";
    private static final String FORMAT = "text.format";

    private final ChatRequest request;
    private final @Nullable ModelTraits traits;
    private final JsonWriter json;
    private final Losses losses;

    OpenAiResponsesSettingsEncoder(ChatRequest request, @Nullable ModelTraits traits, JsonWriter json, Losses losses) {
        this.request = request;
        this.traits = traits;
        this.json = json;
        this.losses = losses;
    }

    /** The extensions that are written as they are. */
    static Extensions others(Extensions extensions) {
        return extensions.without(OpenAiResponsesDialect.ID, Set.of(INCLUDE));
    }

    void encode(@Nullable OutputFormat format) {
        boolean nested = OpenAiResponsesDialect.EXTENSIONS.hasNested(request.extensions(), "text");
        if (format != null || request.verbosity() != null || nested) {
            json.beginObject("text");
            if (format != null) {
                format.accept(this);
            }
            json.field("verbosity", request.verbosity());
            OpenAiResponsesDialect.EXTENSIONS.writeNested(request.extensions(), "text", json);
            json.endObject();
        }
        boolean reasons = reasoning(request.reasoning());
        json.field("top_logprobs", request.logprobs().top());
        if (Boolean.FALSE.equals(request.logprobs().enabled())) {
            losses.add(
                    LossKind.DROPPED,
                    Severity.NOTE,
                    "logprobs.enabled",
                    "probabilities are not returned unless asked for");
        }
        include(reasons);
        json.field("metadata", request.metadata());
        json.field("user", request.endUser().user());
        json.field("safety_identifier", request.endUser().safetyIdentifier());
        cache(request.cache());
        json.field("service_tier", request.serviceTier());
    }

    @Override
    public JsonWriter plainText(OutputFormat.PlainText format) {
        return beginFormat("text").endObject();
    }

    @Override
    public JsonWriter jsonObject(OutputFormat.JsonObject format) {
        return beginFormat("json_object").endObject();
    }

    @Override
    public JsonWriter jsonSchema(OutputFormat.JsonSchema format) {
        if (format.schema() == null) {
            losses.approximated("outputFormat", "a JSON schema must be given here; any JSON object is asked for");
            return beginFormat("json_object").endObject();
        }
        beginFormat("json_schema");
        String name = format.name();
        json.field("name", name == null ? "output" : name);
        if (name == null) {
            losses.add(
                    LossKind.DEFAULTED, "outputFormat.name", "a JSON schema needs a name here; it is called 'output'");
        }
        json.field("description", format.description());
        json.field("schema", format.schema()).field("strict", format.strict());
        return json.endObject();
    }

    @Override
    public JsonWriter foreign(OutputFormat.Foreign format) {
        if (format.dialect().equals(OpenAiResponsesDialect.ID)) {
            return json.field("format", format.json());
        }
        losses.dropped("outputFormat", "a format that only " + format.dialect() + " knows");
        return json;
    }

    private JsonWriter beginFormat(String type) {
        json.beginObject("format").field("type", type);
        OpenAiResponsesDialect.EXTENSIONS.writeNested(request.extensions(), FORMAT, json);
        return json;
    }

    /** Writes how much to think; says whether the model may think at all. */
    private boolean reasoning(ReasoningSettings reasoning) {
        boolean plain = traits != null && traits.thinking().isEmpty();
        if (reasoning.equals(ReasoningSettings.DEFAULT) || plain) {
            if (plain && !reasoning.equals(ReasoningSettings.DEFAULT)) {
                losses.dropped("reasoning", "the model does not reason");
            }
            return traits != null && !plain;
        }
        ReasoningEffort effort = effort(reasoning);
        String summary = summary(reasoning.visibility());
        Extensions own = OpenAiResponsesDialect.EXTENSIONS.own(reasoning.extensions(), "reasoning", losses);
        if (effort != null || summary != null || !own.isEmpty()) {
            json.beginObject("reasoning");
            json.field("effort", effort == null ? null : effort.value());
            json.field("summary", summary);
            OpenAiResponsesDialect.EXTENSIONS.writeOwn(own, json);
            json.endObject();
        }
        return true;
    }

    private @Nullable String summary(@Nullable Visibility visibility) {
        if (visibility == null) {
            return null;
        }
        if (visibility == Visibility.OMITTED) {
            losses.add(
                    LossKind.DROPPED, Severity.NOTE, "reasoning.visibility", "reasoning is not shown unless asked for");
            return null;
        }
        return visibility.name().toLowerCase(Locale.ROOT);
    }

    /** The effort of the request, or what its switch and its budget come to, as far as the model knows it. */
    private @Nullable ReasoningEffort effort(ReasoningSettings reasoning) {
        ReasoningEffort effort = reasoning.effort();
        Mode mode = reasoning.mode();
        Long budget = reasoning.budgetTokens();
        if (mode == Mode.OFF) {
            losses.add(LossKind.EMULATED, "reasoning.mode", "thinking is switched off by the effort 'none'");
            if (effort != null && !effort.equals(ReasoningEffort.NONE)) {
                losses.dropped("reasoning.effort", "thinking is switched off");
            }
            effort = ReasoningEffort.NONE;
        } else if (mode != null) {
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, "reasoning.mode", "the model thinks by its own default");
        }
        if (budget != null && effort != null) {
            losses.dropped("reasoning.budgetTokens", "the effort says it");
        } else if (budget != null) {
            effort = ReasoningConversion.effort(budget, CEILING);
            losses.approximated("reasoning.budgetTokens", "the nearest effort is '" + effort.value() + "'");
            losses.add(LossKind.DEFAULTED, Severity.NOTE, "reasoning.effort", "the budget tells it");
        }
        if (effort == null || traits == null || traits.efforts().isEmpty()) {
            return effort;
        }
        ReasoningEffort known = ReasoningConversion.nearest(effort, traits.efforts());
        if (!known.equals(effort)) {
            losses.approximated(
                    reasoning.effort() == null ? "reasoning" : "reasoning.effort",
                    "the model's nearest effort is '" + known.value() + "'");
        }
        return known;
    }

    /** Reasoning that the vendor does not keep must come with its encrypted content, so that it can be sent back. */
    private void include(boolean reasons) {
        Set<String> names = new LinkedHashSet<>();
        RawJson asked = request.extensions().get(OpenAiResponsesDialect.ID, INCLUDE);
        if (asked != null && asked.isArray()) {
            try (JsonReader in = asked.reader()) {
                in.beginArray();
                while (in.nextElement()) {
                    names.add(in.isString() ? in.string() : in.raw().toString());
                }
            }
        }
        if (reasons && !Boolean.TRUE.equals(request.store())) {
            names.add(OpenAiResponsesSettingsDecoder.ENCRYPTED);
        }
        if (Boolean.TRUE.equals(request.logprobs().enabled())) {
            names.add(OpenAiResponsesSettingsDecoder.LOGPROBS);
        }
        json.field(INCLUDE, List.copyOf(names));
    }

    private void cache(CacheSettings cache) {
        json.field("prompt_cache_key", cache.key());
        json.field("prompt_cache_retention", cache.retention());
        Extensions extensions = request.extensions();
        boolean nested = OpenAiResponsesDialect.EXTENSIONS.hasNested(extensions, "prompt_cache_options");
        if (cache.mode() != null || cache.ttl() != null || nested) {
            json.beginObject("prompt_cache_options").field("mode", cache.mode());
            json.field("ttl", OpenAiResponsesLifetimes.fit(cache.ttl(), "cache.ttl", losses));
            OpenAiResponsesDialect.EXTENSIONS.writeNested(extensions, "prompt_cache_options", json);
            json.endObject();
        }
    }
}
