// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.settings.CacheSettings;
import dev.dragoman.model.settings.EndUser;
import dev.dragoman.model.settings.LogprobSettings;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.Sampling;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.model.tool.ToolChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request body to canonical request. Source: {@code V2ChatRequest} of {@code com.cohere:cohere-java} 1.9.3 and Cohere's API
 * reference. Documents belong to the question: they stand at the head of the user's last message.
 */
final class CohereChatRequestDecoder {
    private static final String SEED = "an integer from 0 to 2^64-1";

    private @Nullable String model;
    private @Nullable List<Message> messages;
    private List<Tool> tools = List.of();
    private @Nullable ToolChoice toolChoice;
    private @Nullable Boolean strictTools;
    private List<Document> documents = List.of();
    private @Nullable RawJson wholeDocuments;
    private boolean cites = true;
    private @Nullable Double temperature;
    private @Nullable Double topP;
    private @Nullable Integer topK;
    private @Nullable Double frequencyPenalty;
    private @Nullable Double presencePenalty;
    private @Nullable Long seed;
    private @Nullable Long maxTokens;
    private List<String> stop = List.of();
    private @Nullable Boolean logprobs;
    private ReasoningSettings thinking = ReasoningSettings.DEFAULT;
    private boolean stream;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);
    private final CohereChatFormatDecoder format = new CohereChatFormatDecoder(unknown);

    private CohereChatRequestDecoder() {}

    static DecodedRequest decode(WireRequest wire) {
        CohereChatRequestDecoder decoder = new CohereChatRequestDecoder();
        decoder.model = wire.model();
        try (JsonReader in = JsonReader.request(wire.body())) {
            in.beginObject();
            while (in.nextField()) {
                decoder.field(in, in.name());
            }
            in.end();
            return new DecodedRequest(decoder.finish(in, wire), ReplyShape.DEFAULT);
        }
    }

    private void field(JsonReader in, String name) {
        switch (name) {
            case "model" -> {
                String value = in.string();
                if (value.isBlank()) {
                    throw in.invalid("a model needs a name");
                }
                model = model != null ? model : value;
            }
            case "messages" -> messages = CohereChatMessageDecoder.decode(in);
            case "tools" -> tools = CohereChatToolDecoder.decode(in);
            case "tool_choice" -> toolChoice = CohereChatToolDecoder.choice(in);
            case "strict_tools" -> strictTools = in.boolOrNull();
            case "documents" -> {
                if (!in.isNull()) {
                    int mark = in.mark();
                    documents = CohereChatDocuments.decodeAll(in);
                    wholeDocuments = in.rawSince(mark);
                }
            }
            case "citation_options" -> citationOptions(in);
            case "response_format" -> format.decode(in);
            case "temperature" -> temperature = in.numberOrNull();
            case "p" -> topP = in.numberOrNull();
            case "k" -> topK = atLeastZero(in, in.smallIntegerOrNull());
            case "frequency_penalty" -> frequencyPenalty = in.numberOrNull();
            case "presence_penalty" -> presencePenalty = in.numberOrNull();
            case "seed" -> seed(in);
            case "max_tokens" -> maxTokens = atLeastZero(in, in.integerOrNull());
            case "stop_sequences" -> stop = strings(in);
            case "logprobs" -> logprobs = in.boolOrNull();
            case "thinking" -> thinking = CohereChatThinking.decode(in);
            case "stream" -> stream = Boolean.TRUE.equals(in.boolOrNull());
            default -> unknown.put(name, in.raw());
        }
    }

    private ChatRequest finish(JsonReader in, WireRequest wire) {
        if (model == null) {
            throw in.missing("model");
        }
        if (messages == null) {
            throw in.missing("messages");
        }
        if (strictTools != null && !tools.isEmpty()) {
            tools = CohereChatToolDecoder.strict(tools, strictTools);
        } else if (strictTools != null) {
            unknown.put("strict_tools", RawJson.bool(strictTools));
        }
        return new ChatRequest(
                model,
                withDocuments(messages),
                tools,
                toolChoice,
                null,
                new Sampling(temperature, topP, topK, frequencyPenalty, presencePenalty, seed, Map.of()),
                maxTokens,
                stop,
                null,
                thinking,
                format.format(),
                null,
                List.of(),
                null,
                null,
                logprobs == null ? LogprobSettings.DEFAULT : new LogprobSettings(logprobs, null),
                EndUser.UNKNOWN,
                Map.of(),
                CacheSettings.DEFAULT,
                null,
                null,
                null,
                wire.stream() != null ? wire.stream() : stream,
                Extensions.of(CohereChatDialect.ID, unknown));
    }

    private List<Message> withDocuments(List<Message> given) {
        int last = given.size() - 1;
        while (last >= 0 && given.get(last).role() != Role.USER) {
            last--;
        }
        if (wholeDocuments == null) {
            return given;
        }
        if (last < 0 || documents.isEmpty()) {
            unknown.put("documents", wholeDocuments);
            return given;
        }
        Message question = given.get(last);
        List<Part> parts = new ArrayList<>(documents.size() + question.parts().size());
        for (Document document : documents) {
            parts.add(new Document(
                    document.source(), document.name(), document.context(), cites, null, document.extensions()));
        }
        parts.addAll(question.parts());
        List<Message> all = new ArrayList<>(given);
        all.set(last, new Message(Role.USER, parts, null, question.extensions()));
        return all;
    }

    /** The mode tells documents whether to be cited; the whole is kept, as it has more to say. */
    private void citationOptions(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        int mark = in.mark();
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("mode")) {
                cites = in.isNull() || CohereChatDocumentsEncoder.cites(in.string());
            } else {
                in.skip();
            }
        }
        unknown.put("citation_options", in.rawSince(mark));
    }

    /** From 0 to 2^64-1: what exceeds a canonical seed is kept as it is. */
    private void seed(JsonReader in) {
        if (!in.isNumber()) {
            seed = in.integerOrNull();
            return;
        }
        RawJson raw = in.raw();
        String text = raw.toString();
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            try {
                long bits = Long.parseUnsignedLong(text);
                if (bits >= 0) {
                    seed = bits;
                } else {
                    unknown.put("seed", raw);
                }
                return;
            } catch (NumberFormatException e) {
                throw in.mismatch(SEED);
            }
        }
        Long whole = null;
        try (JsonReader again = raw.reader()) {
            whole = again.integer();
        } catch (ChatException e) {
            throw in.mismatch(SEED);
        }
        if (whole < 0) {
            throw in.invalid("a seed is at least 0");
        }
        seed = whole;
    }

    private static <N extends Number> @Nullable N atLeastZero(JsonReader in, @Nullable N value) {
        if (value != null && value.longValue() < 0) {
            throw in.invalid("it is at least 0");
        }
        return value;
    }

    private static List<String> strings(JsonReader in) {
        if (in.isNull()) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            values.add(in.string());
        }
        return values;
    }
}
