// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fit;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A setting of a request that some dialects have no field for. Immutable. */
public final class Setting {
    public static final Setting FREQUENCY_PENALTY = new Setting(
            "sampling.frequencyPenalty",
            0.0,
            "there are no penalties",
            request -> request.sampling().frequencyPenalty());
    public static final Setting PRESENCE_PENALTY = new Setting(
            "sampling.presencePenalty",
            0.0,
            "there are no penalties",
            request -> request.sampling().presencePenalty());
    public static final Setting TOP_K = new Setting(
            "sampling.topK",
            null,
            "tokens are drawn from all of them",
            request -> request.sampling().topK());
    public static final Setting SEED = new Setting(
            "sampling.seed",
            null,
            "drawing cannot be made repeatable",
            request -> request.sampling().seed());
    public static final Setting LOGIT_BIAS = new Setting(
            "sampling.logitBias",
            null,
            "single tokens cannot be biased",
            request -> unlessEmpty(
                    request.sampling().logitBias(),
                    request.sampling().logitBias().isEmpty()));
    public static final Setting CHOICE_COUNT =
            new Setting("choiceCount", 1, "there is one answer", ChatRequest::choiceCount);
    public static final Setting PARALLEL_TOOL_CALLS =
            new Setting("parallelToolCalls", true, "calls are not limited to one", ChatRequest::parallelToolCalls);
    public static final Setting VERBOSITY =
            new Setting("verbosity", "medium", "how wordy an answer is cannot be said", ChatRequest::verbosity);
    public static final Setting MODALITIES = new Setting(
            "modalities",
            List.of("text"),
            "answers are text",
            request -> unlessEmpty(request.modalities(), request.modalities().isEmpty()));
    public static final Setting AUDIO_OUTPUT =
            new Setting("audioOutput", null, "answers are text", ChatRequest::audioOutput);
    public static final Setting PREDICTION =
            new Setting("prediction", null, "answers cannot be predicted", ChatRequest::prediction);
    public static final Setting LOGPROBS = new Setting(
            "logprobs.enabled",
            false,
            "probabilities are not told",
            request -> request.logprobs().enabled());
    public static final Setting TOP_LOGPROBS = new Setting(
            "logprobs.top",
            0,
            "other tokens than those chosen are not told",
            request -> request.logprobs().top());
    public static final Setting WEB_SEARCH =
            new Setting("webSearch", null, "the web is not searched", ChatRequest::webSearch);
    public static final Setting METADATA = new Setting(
            "metadata",
            null,
            "requests carry no labels",
            request -> unlessEmpty(request.metadata(), request.metadata().isEmpty()));
    public static final Setting STORE = new Setting("store", null, "answers are not kept", ChatRequest::store);
    public static final Setting SERVICE_TIER =
            new Setting("serviceTier", null, "there are no tiers", ChatRequest::serviceTier);
    public static final Setting USER = new Setting(
            "endUser.user",
            null,
            "requests name no user",
            request -> request.endUser().user());
    public static final Setting SAFETY_IDENTIFIER = new Setting(
            "endUser.safetyIdentifier",
            null,
            "requests name no user",
            request -> request.endUser().safetyIdentifier());
    public static final Setting CACHE_KEY = new Setting(
            "cache.key",
            null,
            "prompts are not kept by key",
            request -> request.cache().key());
    public static final Setting CACHE_RETENTION = new Setting(
            "cache.retention",
            null,
            "how long prompts are kept cannot be said",
            request -> request.cache().retention());
    public static final Setting CACHE_MODE = new Setting(
            "cache.mode",
            null,
            "how prompts are kept cannot be said",
            request -> request.cache().mode());
    public static final Setting CACHE_TTL = new Setting(
            "cache.ttl",
            null,
            "how long prompts are kept cannot be said",
            request -> request.cache().ttl());

    private final String path;
    private final @Nullable Object usual;
    private final String reason;
    private final Reader reader;

    /** @param usual what a vendor does who is not asked; {@code null} if nobody knows */
    private Setting(String path, @Nullable Object usual, String reason, Reader reader) {
        this.path = path;
        this.usual = usual;
        this.reason = reason;
        this.reader = reader;
    }

    private interface Reader {
        @Nullable Object read(ChatRequest request);
    }

    private static @Nullable Object unlessEmpty(Object value, boolean empty) {
        return empty ? null : value;
    }

    /** Reports this setting of a request as lost if it is set; asking for what is usual does not change the answer. */
    void drop(ChatRequest request, Losses losses) {
        Object value = reader.read(request);
        if (value == null) {
            return;
        }
        if (value.equals(usual)) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path, reason);
        } else {
            losses.dropped(path, reason);
        }
    }
}
