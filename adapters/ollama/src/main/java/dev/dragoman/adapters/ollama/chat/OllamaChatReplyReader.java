// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.TokenLogprobs;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEvent.ExtensionsAdded.Place;
import dev.dragoman.model.response.Logprobs;
import dev.dragoman.model.response.TokenLogprob;
import dev.dragoman.model.response.Usage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the objects of an answer: the lines of a stream, or the one object of a whole answer, which is a stream of one line.
 * Source: {@code api.ChatResponse} of {@code ollama/ollama}, 2026-08-21.
 */
final class OllamaChatReplyReader {
    private final OllamaChatReplyParts parts;
    private final OllamaChatUsage usage = new OllamaChatUsage();

    /** Unknown members told so far: servers repeat some in every line. */
    private final Map<String, RawJson> told = new HashMap<>(0);

    private boolean started;
    private boolean regular = true;
    private boolean messageSeen;
    private boolean done;
    private @Nullable String doneReason;

    OllamaChatReplyReader(ReplySource source) {
        parts = new OllamaChatReplyParts(source.origin());
    }

    /** Whether the object read last may go on to clients as it is: they show any error but a text as something unreadable. */
    boolean isRegular() {
        return regular;
    }

    boolean sawMessage() {
        return messageSeen;
    }

    /** Whether the vendor has said that the answer is complete. */
    boolean isDone() {
        return done;
    }

    /**
     * Reads one object.
     *
     * @throws ChatException if it is an error, or not an object of this dialect
     */
    void read(JsonReader in, Consumer<? super ChatEvent> out) {
        OllamaChatMessage message = null;
        String model = null;
        String createdAt = null;
        List<TokenLogprob> logprobs = List.of();
        Map<String, RawJson> unknown = null;
        boolean failed = false;
        int mark = in.mark();
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            switch (name) {
                case "model" -> model = in.stringOrNull();
                case "created_at" -> createdAt = in.stringOrNull();
                case "message" -> message = in.isNull() ? null : OllamaChatMessage.read(in);
                case "done" -> done |= Boolean.TRUE.equals(in.boolOrNull());
                case "done_reason" -> doneReason = in.stringOrNull();
                case "logprobs" -> logprobs = TokenLogprobs.decode(in);
                case "error" -> {
                    failed = !in.isNull();
                    regular = in.isString();
                    in.skip();
                }
                default -> {
                    if (OllamaChatUsage.isMember(name)) {
                        usage.read(in, name);
                    } else {
                        unknown = unknown == null ? new LinkedHashMap<>() : unknown;
                        unknown.put(name, in.raw());
                    }
                }
            }
        }
        if (failed) {
            throw new ChatException(OllamaChatErrors.inStream(in.rawSince(mark)));
        }
        if (!started) {
            started = true;
            parts.seed(createdAt);
            Long created = createdAt == null ? null : OllamaChatHead.created(createdAt);
            out.accept(new ChatEvent.ResponseStarted(null, model, created, null, null));
        }
        if (message != null) {
            messageSeen = true;
            parts.accept(message, out);
        }
        if (!logprobs.isEmpty()) {
            out.accept(new ChatEvent.LogprobsAdded(0, new Logprobs(logprobs, List.of())));
        }
        if (unknown != null) {
            unknown(unknown, out);
        }
    }

    private void unknown(Map<String, RawJson> unknown, Consumer<? super ChatEvent> out) {
        unknown.entrySet().removeIf(member -> member.getValue().equals(told.put(member.getKey(), member.getValue())));
        if (!unknown.isEmpty()) {
            out.accept(new ChatEvent.ExtensionsAdded(Place.RESPONSE, 0, Extensions.of(OllamaChatDialect.ID, unknown)));
        }
    }

    /** Tells the end of the answer. */
    void finish(Consumer<? super ChatEvent> out) {
        parts.finish(out);
        out.accept(new ChatEvent.ChoiceFinished(0, OllamaChatDoneReasons.decode(doneReason, parts.anyCalls())));
        Usage counted = usage.build();
        if (counted != null) {
            out.accept(new ChatEvent.UsageReported(counted));
        }
        out.accept(new ChatEvent.ResponseEnded());
    }
}
