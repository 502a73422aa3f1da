// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The deltas of one choice, whose parts come one after another. Texts and thoughts are written as they come; calls and sound,
 * which clients of this dialect want whole, when they are complete.
 */
final class MistralChatDeltaEncoder {
    private final int index;
    private final Losses losses;
    private final MistralChatReplyFitter fitter;
    /** Writes a chunk of the stream around the members of a delta. */
    private final Consumer<Consumer<JsonWriter>> deltas;

    private boolean isTextOpen;
    private boolean textWasLast;
    private @Nullable MistralChatThoughtWriter thought;
    private @Nullable ToolCall call;
    private @Nullable Audio audio;
    private final StringBuilder body = new StringBuilder(0);
    private final StringBuilder transcript = new StringBuilder(0);
    private @Nullable Long expiresAt;
    private int calls;
    private boolean logprobsReported;
    private @Nullable String finishReason;
    private boolean written;
    private Extensions choiceExtensions = Extensions.NONE;
    private Extensions messageExtensions = Extensions.NONE;

    MistralChatDeltaEncoder(int index, Losses losses, Consumer<Consumer<JsonWriter>> deltas) {
        this.index = index;
        this.losses = losses;
        this.fitter = new MistralChatReplyFitter(losses);
        this.deltas = deltas;
    }

    /** Writes the entry of {@code choices}. Readers demand the key of the finish reason. */
    void write(JsonWriter json, Consumer<JsonWriter> delta, @Nullable String reason) {
        json.beginObject().field("index", (Integer) index).beginObject("delta");
        delta.accept(json);
        if (!messageExtensions.isEmpty()) {
            MistralChatDialect.EXTENSIONS.write(messageExtensions, path() + ".message", json, losses);
            messageExtensions = Extensions.NONE;
        }
        json.endObject().nullableField("finish_reason", reason);
        if (!choiceExtensions.isEmpty()) {
            MistralChatDialect.EXTENSIONS.write(choiceExtensions, path(), json, losses);
            choiceExtensions = Extensions.NONE;
        }
        json.endObject();
        written |= reason != null;
    }

    void start(ChatEvent.PartStarted event) {
        body.setLength(0);
        transcript.setLength(0);
        expiresAt = null;
        if (event.part() instanceof Audio sound) {
            audio = sound;
            return;
        }
        Part fitted = fitter.fit(event.part(), path(event.index()));
        if (fitted instanceof Text text) {
            isTextOpen = true;
            text(text);
            textWasLast = true;
        } else if (fitted instanceof Reasoning reasoning) {
            thought = new MistralChatThoughtWriter(reasoning, this::chunks);
            thought.begin();
        } else if (fitted instanceof ToolCall toolCall) {
            call = toolCall;
        } else if (fitted != null) {
            chunks(json -> new MistralChatChunkEncoder(json).encode(fitted));
        }
    }

    private void text(Text text) {
        Signature signature = text.signature();
        if (signature != null || !text.extensions().isEmpty()) {
            chunks(json -> {
                if (signature != null) {
                    MistralChatThoughts.encodeNext(signature, json);
                }
                new MistralChatChunkEncoder(json).encode(text);
            });
            return;
        }
        if (textWasLast) {
            losses.add(
                    LossKind.MOVED,
                    Severity.NOTE,
                    path() + ".message.parts",
                    "texts that follow each other are one in a stream");
        }
        string(text.text());
    }

    private void string(String text) {
        if (!text.isEmpty()) {
            deltas.accept(json -> json.field("content", text));
        }
    }

    /** Writes a delta whose content is an array of chunks. */
    private void chunks(Consumer<JsonWriter> chunks) {
        textWasLast = false;
        deltas.accept(json -> {
            json.beginArray("content");
            chunks.accept(json);
            json.endArray();
        });
    }

    void text(String text) {
        if (isTextOpen) {
            string(text);
        }
    }

    void reasoning(ChatEvent.ReasoningDelta event) {
        if (thought != null) {
            thought.grow(event);
        }
    }

    void summary(ChatEvent.ReasoningSummaryDelta event) {
        if (thought != null) {
            thought.grow(event);
        }
    }

    void seal(ChatEvent.ReasoningSealed event) {
        if (thought != null) {
            thought.seal(event);
        }
    }

    void arguments(String text) {
        body.append(text);
    }

    void audio(ChatEvent.AudioDelta event) {
        body.append(event.data() == null ? "" : event.data());
        transcript.append(event.transcript() == null ? "" : event.transcript());
        expiresAt = event.expiresAt() != null ? event.expiresAt() : expiresAt;
    }

    void citation(int part) {
        fitter.citation(path(part) + ".citations");
    }

    void logprobs() {
        if (!logprobsReported) {
            logprobsReported = true;
            losses.dropped(path() + ".logprobs", "probabilities are not told there");
        }
    }

    void end(ChatEvent.PartEnded event) {
        isTextOpen = false;
        if (thought != null) {
            thought.end();
            thought = null;
        } else if (call != null) {
            call(call.withArguments(call.arguments() + body));
            call = null;
        } else if (audio != null) {
            Part fitted = fitter.fit(grown(audio), path(event.index()));
            audio = null;
            if (fitted != null) {
                chunks(json -> new MistralChatChunkEncoder(json).encode(fitted));
            }
        }
    }

    private void call(ToolCall whole) {
        textWasLast = false;
        int number = calls++;
        Signature signature = whole.signature();
        deltas.accept(json -> {
            if (signature != null) {
                json.beginArray("content");
                MistralChatThoughts.encodeCall(number, signature, json);
                json.endArray();
            }
            json.beginArray("tool_calls");
            MistralChatReplyCalls.encode(whole, number, json);
            json.endArray();
        });
    }

    private Audio grown(Audio opening) {
        MediaSource source = opening.source();
        if (!body.isEmpty()) {
            source = source instanceof MediaSource.Base64 base64
                    ? new MediaSource.Base64(base64.mediaType(), base64.data() + body)
                    : new MediaSource.Base64(null, body.toString());
        }
        String words = opening.transcript() == null ? "" : opening.transcript();
        return new Audio(
                source,
                opening.id(),
                opening.transcript() == null && transcript.isEmpty() ? null : words + transcript,
                expiresAt != null ? expiresAt : opening.expiresAt(),
                opening.cache(),
                opening.extensions());
    }

    void finished(ChatEvent.ChoiceFinished event) {
        finishReason = MistralChatFinishReasons.encode(event.reason(), path() + ".finishReason", losses);
    }

    /** The word for why the choice ended; {@code null} if it has not. */
    @Nullable String finishReason() {
        return finishReason;
    }

    /** Whether a client has been told that the choice ended. */
    boolean isEndWritten() {
        return written;
    }

    void choiceExtensions(Extensions added) {
        choiceExtensions = choiceExtensions.merge(added);
    }

    void messageExtensions(Extensions added) {
        messageExtensions = messageExtensions.merge(added);
    }

    private String path() {
        return "choices[" + index + "]";
    }

    private String path(int part) {
        return path() + ".message.parts[" + part + "]";
    }
}
