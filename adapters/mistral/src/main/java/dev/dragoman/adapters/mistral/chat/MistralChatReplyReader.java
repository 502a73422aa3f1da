// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEvent.ExtensionsAdded.Place;
import dev.dragoman.model.response.Usage;
import dev.dragoman.prepare.ReplyRestorer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code chat.completion} and {@code chat.completion.chunk} objects, which differ in {@code message} and {@code delta} only,
 * and undoes what the request had to disguise. Source: {@code ChatCompletionResponse} and {@code CompletionChunk} of
 * {@code @mistralai/mistralai} 2.7.0.
 */
final class MistralChatReplyReader {
    private final ReplySource source;
    private final ReplyRestorer restorer;
    private Consumer<? super ChatEvent> out = event -> {};
    private final SortedMap<Integer, MistralChatChoiceDecoder> choices = new TreeMap<>();
    private boolean started;
    private boolean choicesSeen;
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable Long created;
    private @Nullable String tier;
    private @Nullable Usage usage;

    MistralChatReplyReader(ReplySource source) {
        this.source = source;
        this.restorer = new ReplyRestorer(source.plan());
    }

    boolean sawChoices() {
        return choicesSeen;
    }

    /** Whether there is an answer without any choice. */
    boolean isBlank() {
        return started && choicesSeen && choices.isEmpty();
    }

    /** Whether the vendor has said of each choice why it ended. */
    boolean allFinished() {
        return !choices.isEmpty() && choices.values().stream().allMatch(MistralChatChoiceDecoder::isFinished);
    }

    /**
     * Reads one object.
     *
     * @throws ChatException if it is an error object, or not an object of this dialect
     */
    void read(JsonReader in, Consumer<? super ChatEvent> sink) {
        out = restorer.into(sink);
        int mark = in.mark();
        Map<String, RawJson> unknown = new LinkedHashMap<>(0);
        RawJson pending = null;
        boolean failed = false;
        boolean named = false;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "id" -> id = keep(id, in.stringOrNull());
                case "object" -> failed |= in.isString() && in.string().equalsIgnoreCase("error");
                case "created" -> created = created != null ? created : in.integerOrNull();
                case "model" -> model = keep(model, in.stringOrNull());
                case "choices" -> {
                    named = true;
                    if (in.isNull()) {
                        in.skip();
                    } else if (started) {
                        choices(in);
                    } else {
                        // The head must be told first, wherever it stands.
                        pending = in.raw();
                    }
                }
                case "usage" -> usage(MistralChatUsage.decode(in));
                // Padding that hides how long a chunk is.
                case "p" -> in.skip();
                case "error", "detail" -> {
                    failed |= !in.isNull();
                    in.skip();
                }
                default -> unknown.put(in.name(), in.raw());
            }
        }
        if (failed) {
            throw new ChatException(MistralChatErrors.inStream(in.rawSince(mark)));
        }
        choicesSeen |= named;
        if (!started) {
            start(pending);
        }
        if (!unknown.isEmpty()) {
            out.accept(new ChatEvent.ExtensionsAdded(Place.RESPONSE, 0, Extensions.of(MistralChatDialect.ID, unknown)));
        }
    }

    private void usage(MistralChatUsage read) {
        tier = read.tier() != null ? read.tier() : tier;
        if (read.usage() != null) {
            usage = read.usage();
            if (started) {
                out.accept(new ChatEvent.UsageReported(read.usage()));
            }
        }
    }

    private void start(@Nullable RawJson pending) {
        started = true;
        out.accept(new ChatEvent.ResponseStarted(id, model, created, tier, null));
        if (pending != null) {
            try (JsonReader in = JsonReader.reply(pending)) {
                choices(in);
            }
        }
        if (usage != null) {
            out.accept(new ChatEvent.UsageReported(usage));
        }
    }

    private void choices(JsonReader in) {
        in.beginArray();
        while (in.nextElement()) {
            MistralChatFragment fragment = MistralChatFragment.read(in);
            choices.computeIfAbsent(fragment.index, this::newChoice).accept(fragment, out);
        }
    }

    private MistralChatChoiceDecoder newChoice(int index) {
        return new MistralChatChoiceDecoder(index, source.origin(), id == null ? "0" : id);
    }

    private static @Nullable String keep(@Nullable String old, @Nullable String now) {
        return now == null || now.isEmpty() ? old : now;
    }

    /** Tells the end of all choices and of the answer. */
    void finish(Consumer<? super ChatEvent> sink) {
        out = restorer.into(sink);
        choices.values().forEach(choice -> choice.finish(out));
        out.accept(new ChatEvent.ResponseEnded());
    }
}
