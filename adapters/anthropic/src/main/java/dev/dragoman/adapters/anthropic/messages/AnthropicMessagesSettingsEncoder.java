// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import static dev.dragoman.adapters.anthropic.messages.AnthropicMessagesDialect.EXTENSIONS;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.fit.CacheLifetimes;
import dev.dragoman.fit.Setting;
import dev.dragoman.fit.UnsaidSettings;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.settings.CacheSettings;
import dev.dragoman.model.settings.EndUser;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.Sampling;
import dev.dragoman.prepare.SamplingFitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The settings of a request besides messages and tools. */
final class AnthropicMessagesSettingsEncoder {
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
            Setting.METADATA,
            Setting.STORE);

    private static final int LONGEST_USER = 256;

    private final ChatRequest request;
    private final ModelTraits traits;
    private final AnthropicMessagesThinking thinking;
    private final JsonWriter json;
    private final Losses losses;

    AnthropicMessagesSettingsEncoder(
            ChatRequest request,
            ModelTraits traits,
            AnthropicMessagesThinking thinking,
            JsonWriter json,
            Losses losses) {
        this.request = request;
        this.traits = traits;
        this.thinking = thinking;
        this.json = json;
        this.losses = losses;
    }

    /** @param schema the compiled schema of the answer; {@code null} if none is asked for here */
    void encode(@Nullable OutputFormat format, @Nullable RawJson schema) {
        thinking.encode(request.reasoning(), json, losses);
        outputConfig(format, schema);
        endUser(request.endUser());
        stop(request.stop());
        if (request.stream()) {
            json.field("stream", Boolean.TRUE);
        }
        sampling(request.sampling());
        json.field("service_tier", AnthropicMessagesTiers.encodeWish(request.serviceTier(), losses));
        cache(request.cache());
        UNSAID.report(request, losses);
    }

    private void outputConfig(@Nullable OutputFormat format, @Nullable RawJson schema) {
        boolean nested = EXTENSIONS.hasNested(request.extensions(), "output_config");
        RawJson foreign = null;
        if (format instanceof OutputFormat.Foreign f) {
            if (f.dialect().equals(AnthropicMessagesDialect.ID)) {
                foreign = f.json();
            } else {
                losses.dropped("outputFormat", "a format that only " + f.dialect() + " knows");
            }
        } else if (format instanceof OutputFormat.PlainText) {
            note(LossKind.DROPPED, "outputFormat", "text is what is answered anyway");
        } else if (format instanceof OutputFormat.JsonSchema named) {
            named(named);
        }
        if (thinking.effort() == null && schema == null && foreign == null && !nested) {
            return;
        }
        json.beginObject("output_config").field("effort", thinking.effort());
        if (schema != null) {
            json.beginObject("format").field("type", "json_schema").field("schema", schema);
            EXTENSIONS.writeNested(request.extensions(), "output_config.format", json);
            json.endObject();
        } else {
            json.field("format", foreign);
        }
        EXTENSIONS.writeNested(request.extensions(), "output_config", json);
        json.endObject();
    }

    private void named(OutputFormat.JsonSchema format) {
        if (format.name() != null) {
            note(LossKind.DROPPED, "outputFormat.name", "formats have no name there");
        }
        if (format.description() != null) {
            losses.dropped("outputFormat.description", "formats have no description there");
        }
        if (!Boolean.TRUE.equals(format.strict())) {
            note(LossKind.APPROXIMATED, "outputFormat.strict", "answers always fit the schema there");
        }
    }

    private void endUser(EndUser user) {
        String id = user.safetyIdentifier() != null ? user.safetyIdentifier() : user.user();
        boolean nested = EXTENSIONS.hasNested(request.extensions(), "metadata");
        if (user.safetyIdentifier() != null) {
            note(LossKind.MOVED, "endUser.safetyIdentifier", "there is one id of the user, metadata.user_id");
            if (user.user() != null) {
                note(LossKind.DROPPED, "endUser.user", "there is one id of the user, and the safety identifier is it");
            }
        }
        if (id == null && !nested) {
            return;
        }
        if (id != null && (id.indexOf('@') >= 0 || id.length() > LONGEST_USER)) {
            note(
                    LossKind.APPROXIMATED,
                    user.safetyIdentifier() != null ? "endUser.safetyIdentifier" : "endUser.user",
                    "ids name no person there and are at most 256 characters; a hash stands for it");
            id = AnthropicMessagesUserIds.hashed(id);
        }
        json.beginObject("metadata").field("user_id", id);
        EXTENSIONS.writeNested(request.extensions(), "metadata", json);
        json.endObject();
    }

    private void stop(List<String> stop) {
        List<String> kept = new ArrayList<>(stop.size());
        for (int i = 0; i < stop.size(); i++) {
            if (stop.get(i).isBlank()) {
                losses.dropped("stop[" + i + "]", "a stop sequence needs a character that is no white space");
            } else if (kept.contains(stop.get(i))) {
                note(LossKind.DROPPED, "stop[" + i + "]", "stands there twice");
            } else {
                kept.add(stop.get(i));
            }
        }
        json.field("stop_sequences", kept);
    }

    private void sampling(Sampling asked) {
        Sampling sampling = SamplingFitter.fit(asked, traits, thinking.plan(), losses);
        json.field("temperature", sampling.temperature());
        json.field("top_p", sampling.topP());
        json.field("top_k", sampling.topK());
    }

    private void cache(CacheSettings cache) {
        if (cache.key() != null) {
            note(LossKind.DROPPED, "cache.key", "prompts are not kept by key");
        }
        if ("explicit".equals(cache.mode())) {
            note(LossKind.DROPPED, "cache.mode", "only the breakpoints of a request count anyway");
        }
        boolean implicit = "implicit".equals(cache.mode());
        if (cache.mode() != null && !implicit && !"explicit".equals(cache.mode())) {
            note(LossKind.DROPPED, "cache.mode", "there is no such mode");
        }
        String ttl = CacheLifetimes.nearest(cache.ttl());
        if (!Objects.equals(ttl, cache.ttl())) {
            note(LossKind.APPROXIMATED, "cache.ttl", "prompts are kept for 5 minutes or an hour");
        }
        if (cache.retention() != null) {
            note(LossKind.APPROXIMATED, "cache.retention", "prompts are kept for 5 minutes or an hour");
            ttl = ttl != null ? ttl : cache.retention().equals("24h") ? "1h" : "5m";
        }
        if (!implicit && ttl == null) {
            return;
        }
        if (!implicit) {
            note(LossKind.DEFAULTED, "cache.mode", "a lifetime is that of the vendor's own breakpoint");
        }
        if (cache.retention() != null && cache.ttl() == null) {
            note(LossKind.MOVED, "cache.ttl", "the retention is told as the lifetime of a breakpoint");
        }
        AnthropicMessagesCache.encode(new CacheHint(ttl), json);
    }

    private void note(LossKind kind, String path, String reason) {
        losses.add(kind, Severity.NOTE, path, reason);
    }
}
