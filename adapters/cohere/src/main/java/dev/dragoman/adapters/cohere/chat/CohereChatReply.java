// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEvent.ExtensionsAdded.Place;
import dev.dragoman.model.response.Logprobs;
import dev.dragoman.model.response.TokenLogprob;
import dev.dragoman.model.response.Usage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What of an answer is not a part of it: its id, why it ended, counts, probabilities, and what nobody knows. */
final class CohereChatReply {
    private @Nullable String id;
    private @Nullable String finishReason;
    private @Nullable Usage usage;
    private final CohereChatLogprobs logprobs = new CohereChatLogprobs();
    private final List<RawJson> otherCitations = new ArrayList<>(0);
    private final Map<String, RawJson> ofMessage = new LinkedHashMap<>(0);
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    /** Reads a member of a whole answer, or of the head and the end of a stream. */
    void field(JsonReader in) {
        String name = in.name();
        switch (name) {
            case "id" -> {
                String given = in.stringOrNull();
                id = id == null ? given : id;
            }
            case "finish_reason" -> {
                String word = in.stringOrNull();
                finishReason = word != null ? word : finishReason;
            }
            case "usage" -> {
                Usage counted = CohereChatUsage.decode(in);
                usage = counted != null ? counted : usage;
            }
            default -> {
                if (in.isNull()) {
                    in.skip();
                } else {
                    unknown.put(name, in.raw());
                }
            }
        }
    }

    /** Keeps a member of the message that nobody knows. */
    void ofMessage(String name, RawJson value) {
        ofMessage.put(name, value);
    }

    /** Keeps a citation that is about no text. */
    void citation(RawJson entry) {
        otherCitations.add(entry);
    }

    /** Takes probabilities and returns the tokens whose text is known. */
    List<TokenLogprob> logprobs(JsonReader in) {
        return logprobs.take(in);
    }

    /** Why it ended, in the vendor's word; {@code null} if it did not say. */
    @Nullable String finishReason() {
        return finishReason;
    }

    static void logprobs(List<TokenLogprob> tokens, Consumer<? super ChatEvent> out) {
        if (!tokens.isEmpty()) {
            out.accept(new ChatEvent.LogprobsAdded(0, new Logprobs(tokens, List.of())));
        }
    }

    void start(Consumer<? super ChatEvent> out) {
        out.accept(new ChatEvent.ResponseStarted(id, null, null, null, null));
    }

    void finish(boolean calls, Consumer<? super ChatEvent> out) {
        CohereChatCitations.keep(otherCitations, ofMessage);
        if (!ofMessage.isEmpty()) {
            out.accept(new ChatEvent.ExtensionsAdded(Place.MESSAGE, 0, Extensions.of(CohereChatDialect.ID, ofMessage)));
        }
        logprobs.keep(unknown);
        if (!unknown.isEmpty()) {
            out.accept(new ChatEvent.ExtensionsAdded(Place.RESPONSE, 0, Extensions.of(CohereChatDialect.ID, unknown)));
        }
        out.accept(new ChatEvent.ChoiceFinished(0, CohereChatFinishReasons.decode(finishReason, calls)));
        if (usage != null) {
            out.accept(new ChatEvent.UsageReported(usage));
        }
        out.accept(new ChatEvent.ResponseEnded());
    }

    /** A failure of the vendor in spite of a good status. */
    static ChatException failure(String message) {
        return CohereChatErrors.inStream(false, message).toException();
    }
}
