// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model;

import dev.dragoman.model.settings.AudioOutput;
import dev.dragoman.model.settings.CacheSettings;
import dev.dragoman.model.settings.EndUser;
import dev.dragoman.model.settings.LogprobSettings;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.Prediction;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.Sampling;
import dev.dragoman.model.settings.WebSearch;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.model.tool.ToolChoice;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a model: the union of what the dialects can ask. Absent settings are {@code null}, or the constant of their
 * type that says nothing; an empty list is an absent one.
 *
 * @param model towards Dragoman {@code provider/model} or an alias; towards a vendor its own name of the model
 * @param messages the conversation so far, in order
 * @param tools what the model may call, names unique
 * @param toolChoice how it may choose; {@code null} for the vendor's default (usually: as it likes)
 * @param parallelToolCalls whether it may call several tools at once; {@code null} for the vendor's default (usually yes)
 * @param sampling how tokens are drawn
 * @param maxOutputTokens most tokens to produce, reasoning included, at least 0; {@code null} for the vendor's default
 * @param stop sequences that end the answer and are not part of it, in order
 * @param choiceCount how many answers to make, at least 0; {@code null} for one
 * @param reasoning how much to think; {@link ReasoningSettings#DEFAULT} if not said
 * @param outputFormat what the text must look like; {@code null} for any text
 * @param verbosity how wordy: {@code low}, {@code medium}, {@code high}; {@code null} for the vendor's default
 * @param modalities what to produce: {@code text}, {@code audio}, {@code image}; empty for text
 * @param audioOutput how a spoken answer should sound; {@code null} if none is wanted
 * @param prediction text that the answer will repeat; {@code null} if unknown
 * @param logprobs whether to return probabilities; {@link LogprobSettings#DEFAULT} if not said
 * @param endUser on whose behalf; {@link EndUser#UNKNOWN} if not said
 * @param metadata labels that the vendor keeps with the request
 * @param cache how the vendor should keep the prompt; {@link CacheSettings#DEFAULT} if not said
 * @param serviceTier how fast and at what price, in OpenAI's words ({@code auto}, {@code default}, {@code flex}, {@code scale},
 *     {@code priority}, {@code fast}) or another vendor's; {@code null} for the vendor's default
 * @param store whether the vendor should keep the answer for later retrieval; {@code null} for the vendor's default
 * @param webSearch search the web for the answer; {@code null} if not wanted
 * @param stream whether the answer should come in pieces
 * @param extensions fields only one dialect knows
 */
public record ChatRequest(
        String model,
        List<Message> messages,
        List<Tool> tools,
        @Nullable ToolChoice toolChoice,
        @Nullable Boolean parallelToolCalls,
        Sampling sampling,
        @Nullable Long maxOutputTokens,
        List<String> stop,
        @Nullable Integer choiceCount,
        ReasoningSettings reasoning,
        @Nullable OutputFormat outputFormat,
        @Nullable String verbosity,
        List<String> modalities,
        @Nullable AudioOutput audioOutput,
        @Nullable Prediction prediction,
        LogprobSettings logprobs,
        EndUser endUser,
        Map<String, String> metadata,
        CacheSettings cache,
        @Nullable String serviceTier,
        @Nullable Boolean store,
        @Nullable WebSearch webSearch,
        boolean stream,
        Extensions extensions) {
    /** @throws IllegalArgumentException if a count is negative */
    public ChatRequest {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(sampling, "sampling");
        Objects.requireNonNull(reasoning, "reasoning");
        Objects.requireNonNull(logprobs, "logprobs");
        Objects.requireNonNull(endUser, "endUser");
        Objects.requireNonNull(cache, "cache");
        Objects.requireNonNull(extensions, "extensions");
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        stop = List.copyOf(stop);
        modalities = List.copyOf(modalities);
        metadata = metadata.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        if (maxOutputTokens != null && maxOutputTokens < 0) {
            throw new IllegalArgumentException("maxOutputTokens is at least 0");
        }
        if (choiceCount != null && choiceCount < 0) {
            throw new IllegalArgumentException("choiceCount is at least 0");
        }
    }

    /** A request to this model, to be filled. */
    public static ChatRequestBuilder builder(String model) {
        return new ChatRequestBuilder(model);
    }

    /** A builder that starts from this request. */
    public ChatRequestBuilder toBuilder() {
        return new ChatRequestBuilder(this);
    }

    /** The same request to another model. */
    public ChatRequest withModel(String newModel) {
        return newModel.equals(model) ? this : with(newModel, stream);
    }

    /** The same request, streamed or not. */
    public ChatRequest withStream(boolean newStream) {
        return newStream == stream ? this : with(model, newStream);
    }

    private ChatRequest with(String newModel, boolean newStream) {
        return new ChatRequest(
                newModel,
                messages,
                tools,
                toolChoice,
                parallelToolCalls,
                sampling,
                maxOutputTokens,
                stop,
                choiceCount,
                reasoning,
                outputFormat,
                verbosity,
                modalities,
                audioOutput,
                prediction,
                logprobs,
                endUser,
                metadata,
                cache,
                serviceTier,
                store,
                webSearch,
                newStream,
                extensions);
    }

    /** Sizes only: prompts stay out of logs. */
    @Override
    public String toString() {
        return "ChatRequest[model=" + model + ", messages=" + messages.size() + ", tools=" + tools.size() + ", stream="
                + stream + "]";
    }
}
