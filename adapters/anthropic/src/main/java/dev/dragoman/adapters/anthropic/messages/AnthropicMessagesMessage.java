// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEvent.ExtensionsAdded.Place;
import dev.dragoman.model.response.Usage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A message as a vendor answers it, whole or as the head and the end of a stream tell it. Source: {@code Message} of npm
 * {@code @anthropic-ai/sdk} 1.11.0.
 */
final class AnthropicMessagesMessage {
    private final Origin origin;
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable List<Part> content;
    private @Nullable String stopReason;
    private @Nullable String stopSequence;
    private final AnthropicMessagesUsage usage = new AnthropicMessagesUsage();
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    AnthropicMessagesMessage(Origin origin) {
        this.origin = origin;
    }

    AnthropicMessagesUsage usage() {
        return usage;
    }

    @Nullable List<Part> content() {
        return content;
    }

    boolean hasEnded() {
        return stopReason != null;
    }

    /**
     * Reads the object that the reader stands on.
     *
     * @throws ChatException if it is an error object
     */
    void read(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            field(in);
        }
    }

    /** Reads a member: of the message, or of the delta of its end. */
    void field(JsonReader in) {
        String name = in.name();
        switch (name) {
            case "id" -> id = in.stringOrNull();
            case "model" -> model = in.stringOrNull();
            case "type", "role" -> in.skip();
            case "content" -> content = in.isNull() ? null : AnthropicMessagesContent.decode(in, origin);
            case "stop_reason" -> {
                String word = in.stringOrNull();
                stopReason = word != null ? word : stopReason;
            }
            case "stop_sequence" -> {
                String sequence = in.stringOrNull();
                stopSequence = sequence != null ? sequence : stopSequence;
            }
            case "usage" -> usage.merge(in);
            case "error" -> {
                if (!in.isNull()) {
                    throw new ChatException(AnthropicMessagesErrors.inStream(in.raw()));
                }
            }
            default -> keep(in);
        }
    }

    /** Keeps a member that nobody knows, unless it says nothing. */
    void keep(JsonReader in) {
        String name = in.name();
        if (in.isNull()) {
            in.skip();
        } else {
            unknown.put(name, in.raw());
        }
    }

    void start(Consumer<? super ChatEvent> out) {
        out.accept(new ChatEvent.ResponseStarted(id, model, null, usage.serviceTier(), null));
    }

    void finish(boolean calls, Consumer<? super ChatEvent> out) {
        if (!unknown.isEmpty()) {
            out.accept(new ChatEvent.ExtensionsAdded(
                    Place.RESPONSE, 0, Extensions.of(AnthropicMessagesDialect.ID, unknown)));
        }
        out.accept(
                new ChatEvent.ChoiceFinished(0, AnthropicMessagesStopReasons.decode(stopReason, stopSequence, calls)));
        Usage counted = usage.build();
        if (counted != null) {
            out.accept(new ChatEvent.UsageReported(counted));
        }
        out.accept(new ChatEvent.ResponseEnded());
    }
}
