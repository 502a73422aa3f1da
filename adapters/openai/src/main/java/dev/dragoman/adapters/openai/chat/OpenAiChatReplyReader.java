// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.adapters.openai.shared.OpenAiErrors;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEvent.ExtensionsAdded.Place;
import dev.dragoman.model.response.Usage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code chat.completion} and {@code chat.completion.chunk} objects, which differ in {@code message} and {@code delta}
 * only. Source: "The chat completion object" and "The chat completion chunk object" of the OpenAI API reference, spring 2026.
 *
 * <p>Choices are told as finished only in {@link #finish}: the counts come after the finish reason, and so does the expiry of
 * sound.
 */
final class OpenAiChatReplyReader {
    private final ReplySource source;
    private final OpenAiChatFragment fragment = new OpenAiChatFragment();
    private final SortedMap<Integer, OpenAiChatChoiceDecoder> choices = new TreeMap<>();
    private boolean started;
    private boolean regular = true;
    private boolean choicesHere;
    private boolean choicesSeen;
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable Long created;
    private @Nullable String serviceTier;
    private @Nullable String systemFingerprint;
    private @Nullable Usage usage;

    OpenAiChatReplyReader(ReplySource source) {
        this.source = source;
    }

    /**
     * Whether the object read last may go on to clients of OpenAI's as it is. Its SDKs fail on counts beside choices, on an error
     * of null, and on tool calls without an index.
     */
    boolean isRegular() {
        return regular;
    }

    boolean sawChoices() {
        return choicesSeen;
    }

    /** Whether the vendor has said of each choice why it ended. */
    boolean allFinished() {
        return !choices.isEmpty() && choices.values().stream().allMatch(OpenAiChatChoiceDecoder::isFinished);
    }

    /** Whether all the choices that were asked for have ended, so that nothing but the end mark can be missing. */
    boolean isComplete() {
        return choices.size() >= source.choices() && allFinished();
    }

    /**
     * Reads one object.
     *
     * @throws ChatException if it is an error object, or not an object of this dialect
     */
    void read(JsonReader in, Consumer<? super ChatEvent> out) {
        Map<String, RawJson> unknown = null;
        RawJson pending = null;
        RawJson error = null;
        boolean counted = false;
        regular = true;
        choicesHere = false;
        boolean hasChoices = false;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "id" -> id = keep(id, in.stringOrNull());
                case "object" -> in.skip();
                case "created" -> created = created != null ? created : in.integerOrNull();
                case "model" -> model = keep(model, in.stringOrNull());
                case "service_tier" -> serviceTier = keep(serviceTier, in.stringOrNull());
                case "system_fingerprint" -> systemFingerprint = keep(systemFingerprint, in.stringOrNull());
                case "choices" -> {
                    hasChoices = in.isArray();
                    if (in.isNull()) {
                        in.skip();
                    } else if (started) {
                        choices(in, out);
                    } else {
                        // The head must be told first, wherever it stands.
                        pending = in.raw();
                    }
                }
                case "usage" -> {
                    Usage reported = OpenAiChatUsage.decode(in);
                    if (reported != null) {
                        counted = true;
                        usage = reported;
                        if (started) {
                            out.accept(new ChatEvent.UsageReported(reported));
                        }
                    }
                }
                case "obfuscation" -> in.skip();
                case "error" -> {
                    regular = false;
                    error = in.isNull() ? null : in.raw();
                }
                default -> {
                    unknown = unknown == null ? new LinkedHashMap<>() : unknown;
                    unknown.put(in.name(), in.raw());
                }
            }
        }
        if (error != null) {
            throw new ChatException(OpenAiErrors.inStream(error));
        }
        if (!started) {
            start(pending, out);
        }
        regular &= hasChoices && !(counted && choicesHere);
        if (unknown != null) {
            out.accept(new ChatEvent.ExtensionsAdded(Place.RESPONSE, 0, Extensions.of(OpenAiChatDialect.ID, unknown)));
        }
    }

    private void start(@Nullable RawJson pending, Consumer<? super ChatEvent> out) {
        started = true;
        out.accept(new ChatEvent.ResponseStarted(id, model, created, serviceTier, systemFingerprint));
        if (pending != null) {
            try (JsonReader in = JsonReader.reply(pending)) {
                choices(in, out);
            }
        }
        if (usage != null) {
            out.accept(new ChatEvent.UsageReported(usage));
        }
    }

    private void choices(JsonReader in, Consumer<? super ChatEvent> out) {
        choicesSeen = true;
        in.beginArray();
        while (in.nextElement()) {
            fragment.read(in);
            choicesHere = true;
            OpenAiChatChoiceDecoder choice = choices.computeIfAbsent(fragment.index, this::newChoice);
            choice.accept(fragment, out);
            regular &= choice.isRegular();
        }
    }

    private OpenAiChatChoiceDecoder newChoice(int index) {
        String seed = id == null ? "0" : Integer.toHexString(id.hashCode());
        return new OpenAiChatChoiceDecoder(index, source.origin(), seed);
    }

    private static @Nullable String keep(@Nullable String old, @Nullable String now) {
        return now == null || now.isEmpty() ? old : now;
    }

    /** Tells the end of all choices and of the answer. */
    void finish(Consumer<? super ChatEvent> out) {
        choices.values().forEach(choice -> choice.finish(out));
        out.accept(new ChatEvent.ResponseEnded());
    }
}
