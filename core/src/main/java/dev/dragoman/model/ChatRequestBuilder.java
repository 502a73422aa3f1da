// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.settings.AudioOutput;
import dev.dragoman.model.settings.CacheSettings;
import dev.dragoman.model.settings.EndUser;
import dev.dragoman.model.settings.LogprobSettings;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.Prediction;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.Sampling;
import dev.dragoman.model.settings.WebSearch;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.model.tool.ToolChoice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds a {@link ChatRequest}. The meaning of each setting is documented there. Not thread-safe. */
public final class ChatRequestBuilder {
    private String model;
    private final List<Message> messages = new ArrayList<>();
    private final List<Tool> tools = new ArrayList<>();
    private @Nullable ToolChoice toolChoice;
    private @Nullable Boolean parallelToolCalls;
    private @Nullable Double temperature;
    private @Nullable Double topP;
    private @Nullable Integer topK;
    private @Nullable Double frequencyPenalty;
    private @Nullable Double presencePenalty;
    private @Nullable Long seed;
    private Map<String, Double> logitBias = Map.of();
    private @Nullable Long maxOutputTokens;
    private List<String> stop = List.of();
    private @Nullable Integer choiceCount;
    private ReasoningSettings reasoning = ReasoningSettings.DEFAULT;
    private @Nullable OutputFormat outputFormat;
    private @Nullable String verbosity;
    private List<String> modalities = List.of();
    private @Nullable AudioOutput audioOutput;
    private @Nullable Prediction prediction;
    private LogprobSettings logprobs = LogprobSettings.DEFAULT;
    private EndUser endUser = EndUser.UNKNOWN;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private CacheSettings cache = CacheSettings.DEFAULT;
    private @Nullable String serviceTier;
    private @Nullable Boolean store;
    private @Nullable WebSearch webSearch;
    private boolean stream;
    private Extensions extensions = Extensions.NONE;

    ChatRequestBuilder(String model) {
        this.model = Objects.requireNonNull(model, "model");
    }

    ChatRequestBuilder(ChatRequest request) {
        model = request.model();
        messages.addAll(request.messages());
        tools.addAll(request.tools());
        toolChoice = request.toolChoice();
        parallelToolCalls = request.parallelToolCalls();
        sampling(request.sampling());
        maxOutputTokens = request.maxOutputTokens();
        stop = request.stop();
        choiceCount = request.choiceCount();
        reasoning = request.reasoning();
        outputFormat = request.outputFormat();
        verbosity = request.verbosity();
        modalities = request.modalities();
        audioOutput = request.audioOutput();
        prediction = request.prediction();
        logprobs = request.logprobs();
        endUser = request.endUser();
        metadata.putAll(request.metadata());
        cache = request.cache();
        serviceTier = request.serviceTier();
        store = request.store();
        webSearch = request.webSearch();
        stream = request.stream();
        extensions = request.extensions();
    }

    /** Sets the model. */
    public ChatRequestBuilder model(String value) {
        model = Objects.requireNonNull(value, "model");
        return this;
    }

    /** Adds a message. */
    public ChatRequestBuilder message(Message value) {
        messages.add(Objects.requireNonNull(value, "message"));
        return this;
    }

    /** Replaces all messages. */
    public ChatRequestBuilder messages(List<Message> values) {
        messages.clear();
        messages.addAll(values);
        return this;
    }

    /** Adds instructions. */
    public ChatRequestBuilder system(String text) {
        return message(Message.system(text));
    }

    /** Adds a question. */
    public ChatRequestBuilder user(String text) {
        return message(Message.user(text));
    }

    /** Adds a question of several parts. */
    public ChatRequestBuilder user(Part... parts) {
        return message(Message.of(Role.USER, List.of(parts)));
    }

    /** Adds an earlier answer. */
    public ChatRequestBuilder assistant(String text) {
        return message(Message.assistant(text));
    }

    /** Adds the result of a tool call. */
    public ChatRequestBuilder toolResult(String callId, String text) {
        return message(Message.toolResult(callId, text));
    }

    /** Adds a tool. */
    public ChatRequestBuilder tool(Tool value) {
        tools.add(Objects.requireNonNull(value, "tool"));
        return this;
    }

    /** Replaces all tools. */
    public ChatRequestBuilder tools(List<Tool> values) {
        tools.clear();
        tools.addAll(values);
        return this;
    }

    /** Sets how the model may choose among the tools. */
    public ChatRequestBuilder toolChoice(@Nullable ToolChoice value) {
        toolChoice = value;
        return this;
    }

    /** Sets whether several tools may be called at once. */
    public ChatRequestBuilder parallelToolCalls(@Nullable Boolean value) {
        parallelToolCalls = value;
        return this;
    }

    /** Sets everything about sampling. */
    public ChatRequestBuilder sampling(Sampling value) {
        temperature = value.temperature();
        topP = value.topP();
        topK = value.topK();
        frequencyPenalty = value.frequencyPenalty();
        presencePenalty = value.presencePenalty();
        seed = value.seed();
        logitBias = value.logitBias();
        return this;
    }

    /** Sets the randomness. */
    public ChatRequestBuilder temperature(@Nullable Double value) {
        temperature = value;
        return this;
    }

    /** Sets the probability mass to draw from. */
    public ChatRequestBuilder topP(@Nullable Double value) {
        topP = value;
        return this;
    }

    /** Sets the number of tokens to draw from. */
    public ChatRequestBuilder topK(@Nullable Integer value) {
        topK = value;
        return this;
    }

    /** Sets the weight against frequent tokens. */
    public ChatRequestBuilder frequencyPenalty(@Nullable Double value) {
        frequencyPenalty = value;
        return this;
    }

    /** Sets the weight against tokens that occurred. */
    public ChatRequestBuilder presencePenalty(@Nullable Double value) {
        presencePenalty = value;
        return this;
    }

    /** Sets the seed. */
    public ChatRequestBuilder seed(@Nullable Long value) {
        seed = value;
        return this;
    }

    /** Sets the bias of single tokens. */
    public ChatRequestBuilder logitBias(Map<String, Double> value) {
        logitBias = value;
        return this;
    }

    /** Sets the most tokens to produce. */
    public ChatRequestBuilder maxOutputTokens(@Nullable Long value) {
        maxOutputTokens = value;
        return this;
    }

    /** Sets the stop sequences. */
    public ChatRequestBuilder stop(List<String> values) {
        stop = values;
        return this;
    }

    /** Sets how many answers to make. */
    public ChatRequestBuilder choiceCount(@Nullable Integer value) {
        choiceCount = value;
        return this;
    }

    /** Sets how much to think. */
    public ChatRequestBuilder reasoning(ReasoningSettings value) {
        reasoning = value;
        return this;
    }

    /** Sets how hard to think. */
    public ChatRequestBuilder reasoningEffort(ReasoningEffort value) {
        return reasoning(ReasoningSettings.ofEffort(value));
    }

    /** Sets what the text must look like. */
    public ChatRequestBuilder outputFormat(@Nullable OutputFormat value) {
        outputFormat = value;
        return this;
    }

    /** Sets how wordy the answer should be. */
    public ChatRequestBuilder verbosity(@Nullable String value) {
        verbosity = value;
        return this;
    }

    /** Sets what to produce. */
    public ChatRequestBuilder modalities(List<String> values) {
        modalities = values;
        return this;
    }

    /** Sets how a spoken answer should sound. */
    public ChatRequestBuilder audioOutput(@Nullable AudioOutput value) {
        audioOutput = value;
        return this;
    }

    /** Sets what the answer will repeat. */
    public ChatRequestBuilder prediction(@Nullable Prediction value) {
        prediction = value;
        return this;
    }

    /** Sets whether to return probabilities. */
    public ChatRequestBuilder logprobs(LogprobSettings value) {
        logprobs = value;
        return this;
    }

    /** Sets on whose behalf the request is made. */
    public ChatRequestBuilder endUser(EndUser value) {
        endUser = value;
        return this;
    }

    /** Adds a label. */
    public ChatRequestBuilder metadata(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    /** Replaces all labels. */
    public ChatRequestBuilder metadata(Map<String, String> values) {
        metadata.clear();
        metadata.putAll(values);
        return this;
    }

    /** Sets how the vendor should keep the prompt. */
    public ChatRequestBuilder cache(CacheSettings value) {
        cache = value;
        return this;
    }

    /** Sets how fast and at what price. */
    public ChatRequestBuilder serviceTier(@Nullable String value) {
        serviceTier = value;
        return this;
    }

    /** Sets whether the vendor should keep the answer. */
    public ChatRequestBuilder store(@Nullable Boolean value) {
        store = value;
        return this;
    }

    /** Sets whether and how to search the web. */
    public ChatRequestBuilder webSearch(@Nullable WebSearch value) {
        webSearch = value;
        return this;
    }

    /** Sets whether the answer should come in pieces. */
    public ChatRequestBuilder stream(boolean value) {
        stream = value;
        return this;
    }

    /** Replaces all extensions. */
    public ChatRequestBuilder extensions(Extensions value) {
        extensions = value;
        return this;
    }

    /** Adds a field that only one dialect knows. */
    public ChatRequestBuilder extension(String dialect, String name, RawJson value) {
        extensions = extensions.with(dialect, name, value);
        return this;
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if a value is out of its range or two tools have the same name
     */
    public ChatRequest build() {
        Set<String> names = new HashSet<>();
        for (Tool tool : tools) {
            if (!(tool instanceof HostedTool) && !names.add(tool.name())) {
                throw new IllegalArgumentException("two tools are called '" + tool.name() + "'");
            }
        }
        return new ChatRequest(
                model,
                messages,
                tools,
                toolChoice,
                parallelToolCalls,
                new Sampling(temperature, topP, topK, frequencyPenalty, presencePenalty, seed, logitBias),
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
                stream,
                extensions);
    }
}
