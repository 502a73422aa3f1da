// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.adapters.openai.shared.OpenAiErrors;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEvent.ExtensionsAdded.Place;
import dev.dragoman.model.response.Usage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A response object: a whole answer, or what an event of a stream says of it so far. What it repeats of the request is not read.
 * Source: {@code Response} of npm {@code openai} 7.55.0.
 */
final class OpenAiResponsesReply {
    private static final Set<String> NOT_READ = Set.of(
            "object",
            "background",
            "completed_at",
            "output_text",
            "store",
            "conversation",
            "prompt",
            "prompt_cache_options",
            "prompt_cache_retention",
            "access_programs");

    private final IntPredicate isTold;
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable Long created;
    private @Nullable String status;
    private @Nullable String reason;
    private @Nullable String serviceTier;
    private @Nullable Usage usage;
    private @Nullable RawJson error;
    private boolean hasOutput;
    private final SortedMap<Integer, OpenAiResponsesItem> output = new TreeMap<>();
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    /** @param isTold which items need not be read, since they are known, by number */
    OpenAiResponsesReply(IntPredicate isTold) {
        this.isTold = isTold;
    }

    /** Items of the output that were not told before, by number. */
    SortedMap<Integer, OpenAiResponsesItem> output() {
        return output;
    }

    boolean hasOutput() {
        return hasOutput;
    }

    void read(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            switch (name) {
                case "id" -> id = keep(id, in.stringOrNull());
                case "model" -> model = keep(model, in.stringOrNull());
                // A number that may have a fraction.
                case "created_at" -> created = in.isNull() ? created : (Long) (long) in.number();
                case "status" -> status = keep(status, in.stringOrNull());
                case "incomplete_details" -> incomplete(in);
                case "service_tier" -> serviceTier = keep(serviceTier, in.stringOrNull());
                case "usage" -> {
                    Usage counted = OpenAiResponsesUsage.decode(in);
                    usage = counted != null ? counted : usage;
                }
                case "error" -> error = in.isNull() ? null : in.raw();
                case "output" -> output(in);
                default -> other(name, in.raw());
            }
        }
    }

    private void other(String name, RawJson value) {
        boolean repeated = NOT_READ.contains(name) || OpenAiResponsesReplyShape.ECHOED.contains(name);
        if (!repeated && !value.isNull()) {
            unknown.put(name, value);
        }
    }

    private void incomplete(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("reason")) {
                reason = in.stringOrNull();
            } else {
                in.skip();
            }
        }
    }

    private void output(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        hasOutput = true;
        output.clear();
        in.beginArray();
        for (int i = 0; in.nextElement(); i++) {
            if (isTold.test(i)) {
                in.skip();
            } else {
                output.put(i, OpenAiResponsesItem.ofReply(in));
            }
        }
    }

    private static @Nullable String keep(@Nullable String old, @Nullable String now) {
        return now == null || now.isEmpty() ? old : now;
    }

    /** A seed for ids that are missing. */
    String idSeed() {
        return id == null ? "0" : Integer.toHexString(id.hashCode());
    }

    void start(Consumer<? super ChatEvent> out) {
        out.accept(new ChatEvent.ResponseStarted(id, model, created, serviceTier, null));
    }

    /** The event that ended the stream, whose response may not say so. */
    void ended(String event) {
        if (status == null || status.equals("in_progress") || status.equals("queued")) {
            status = event.substring(event.indexOf('.') + 1);
        }
    }

    /** Why there is no answer; {@code null} if there is one. */
    @Nullable ChatError failure() {
        if ("cancelled".equals(status)) {
            return ChatError.of(ErrorKind.CANCELLED, "The vendor's answer was cancelled");
        }
        RawJson reported = error;
        if (reported != null) {
            return OpenAiErrors.inStream(reported);
        }
        return "failed".equals(status)
                ? ChatError.of(ErrorKind.UPSTREAM, "The vendor reported a failure in its answer")
                : null;
    }

    /**
     * Tells the end of the answer.
     *
     * @param toolCalls whether it holds calls that the client has to answer
     */
    void finish(boolean toolCalls, Consumer<? super ChatEvent> out) {
        out.accept(new ChatEvent.ChoiceFinished(0, OpenAiResponsesStatus.decode(status, reason, toolCalls)));
        if (!unknown.isEmpty()) {
            out.accept(new ChatEvent.ExtensionsAdded(Place.RESPONSE, 0, OpenAiResponsesFields.of(unknown)));
        }
        if (usage != null) {
            out.accept(new ChatEvent.UsageReported(usage));
        }
        out.accept(new ChatEvent.ResponseEnded());
    }
}
