// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import static dev.dragoman.adapters.openai.chat.OpenAiChatDialect.EXTENSIONS;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.Logprobs;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The entry of one choice in the chunks of a stream. */
final class OpenAiChatDeltaEncoder {
    private final int index;
    private final Losses losses;
    final OpenAiChatReasoningDeltas reasoning = new OpenAiChatReasoningDeltas();
    final OpenAiChatCallDeltas calls;
    private int texts;
    /** Characters of content written, and where the open text began. */
    private int contentLength;

    private int textStart;
    private int openText = -1;
    private boolean silentText;
    private Logprobs logprobs = Logprobs.NONE;
    private @Nullable String finishReason;
    private @Nullable Long expiry;
    private boolean expiryLeft;
    private boolean refused;
    private Extensions choiceExtensions = Extensions.NONE;
    private Extensions messageExtensions = Extensions.NONE;

    OpenAiChatDeltaEncoder(int index, boolean legacyFunctions, Losses losses) {
        this.index = index;
        this.losses = losses;
        this.calls = new OpenAiChatCallDeltas(legacyFunctions, losses);
    }

    /** Writes the entry: the delta, and what of the choice waits to be told. */
    void write(JsonWriter json, Consumer<JsonWriter> delta) {
        json.beginObject().field("index", (Integer) index).beginObject("delta");
        delta.accept(json);
        if (!messageExtensions.isEmpty()) {
            EXTENSIONS.write(messageExtensions, path() + ".message", json, losses);
            messageExtensions = Extensions.NONE;
        }
        json.endObject().name("logprobs");
        OpenAiChatLogprobs.encode(logprobs, json);
        logprobs = Logprobs.NONE;
        if (!expiryLeft) {
            json.nullableField("finish_reason", finishReason);
        }
        if (!choiceExtensions.isEmpty()) {
            EXTENSIONS.write(choiceExtensions, path(), json, losses);
            choiceExtensions = Extensions.NONE;
        }
        json.endObject();
    }

    /** Takes note of a part; {@code false} if there is nothing to write at its start. */
    boolean begin(ChatEvent.PartStarted event) {
        Part part = event.part();
        String path = path(event.index());
        if (part instanceof Text text) {
            textStart = contentLength;
            contentLength += text.text().length();
            openText = event.index();
            silentText = text.citations().isEmpty() && text.signature() == null;
            if (++texts == 2) {
                losses.add(LossKind.MOVED, Severity.NOTE, parts(), "the texts of an answer are one string here");
            }
            OpenAiChatReplyParts.text(text, path, losses);
            return !text.text().isEmpty() || !text.citations().isEmpty() || text.signature() != null;
        }
        if (part instanceof Reasoning thought) {
            reasoning.begin(event.index(), thought);
            OpenAiChatReplyParts.reasoning(thought, path, losses);
            return true;
        }
        if (part instanceof ToolCall call) {
            return calls.begin(event.index(), call, path);
        }
        if (part instanceof Refusal refusal) {
            refused = true;
            EXTENSIONS.dropAll(refusal.extensions(), path, losses);
            return !refusal.text().isEmpty();
        }
        if (part instanceof Audio) {
            return true;
        }
        if (part instanceof Image image && OpenAiChatReplyParts.imageUrl(image) != null) {
            OpenAiChatReplyParts.image(image, path, losses);
            return true;
        }
        losses.dropped(path, "an answer here has no place for it");
        return false;
    }

    /** Writes what is known of a part at its start. */
    void start(ChatEvent.PartStarted event, JsonWriter json) {
        Part part = event.part();
        if (part instanceof Text text) {
            text(text, event.index(), json);
        } else if (part instanceof Reasoning thought) {
            reasoning.start(event.index(), thought, json);
        } else if (part instanceof ToolCall call) {
            calls.start(event.index(), call, path(event.index()), json);
        } else if (part instanceof Refusal refusal) {
            json.field("refusal", refusal.text());
        } else if (part instanceof Audio audio) {
            json.beginObject("audio");
            OpenAiChatReplyParts.audio(audio, path(event.index()), json, losses);
            json.endObject();
        } else if (part instanceof Image image) {
            String url = OpenAiChatReplyParts.imageUrl(image);
            if (url != null) {
                json.beginArray("images");
                OpenAiChatReplyParts.image(url, json);
                json.endArray();
            }
        }
    }

    private void text(Text text, int part, JsonWriter json) {
        json.field("content", text.text());
        if (!text.citations().isEmpty()) {
            json.beginArray("annotations");
            for (int i = 0; i < text.citations().size(); i++) {
                OpenAiChatCitations.encode(
                        text.citations().get(i), textStart, path(part) + ".citations[" + i + "]", json, losses);
            }
            json.endArray();
        }
        Signature signature = text.signature();
        if (signature != null) {
            json.beginArray("reasoning_details");
            OpenAiChatReasoning.begin(OpenAiChatReasoning.TEXT_SIGNATURE, texts - 1, signature.origin(), json);
            json.field("signature", signature.value()).endObject().endArray();
        }
    }

    void citation(ChatEvent.CitationAdded event, JsonWriter json) {
        silentText = false;
        json.beginArray("annotations");
        OpenAiChatCitations.encode(event.citation(), textStart, path(event.index()) + ".citations", json, losses);
        json.endArray();
    }

    void lostCitation(ChatEvent.CitationAdded event) {
        losses.add(
                LossKind.DROPPED,
                Severity.NOTE,
                path(event.index()) + ".citations",
                "only citations of web addresses have a place");
    }

    /** Takes note of text added to the open text part. */
    void grow(String text) {
        contentLength += text.length();
    }

    /** Whether there is something to write at the end of this part. */
    boolean hasEnding(int part) {
        if (calls.knows(part)) {
            return calls.isEmpty(part);
        }
        if (part == openText) {
            openText = -1;
            if (textStart == contentLength && silentText) {
                losses.add(LossKind.DROPPED, Severity.NOTE, path(part), "an empty text says nothing");
            }
            return false;
        }
        return reasoning.isSealed(part);
    }

    /** Writes the end of a part. */
    void end(int part, JsonWriter json) {
        if (calls.knows(part)) {
            calls.end(part, path(part), json);
        } else {
            reasoning.end(part, json);
        }
    }

    /** Keeps the expiry of sound, which OpenAI tells after the finish reason in a chunk without one. */
    void expires(@Nullable Long seconds) {
        expiry = seconds;
    }

    @Nullable Long takeExpiry() {
        expiryLeft = expiry != null;
        return expiry;
    }

    boolean isRefused() {
        return refused;
    }

    void logprobs(Logprobs added) {
        logprobs = added;
    }

    void finished(String reason) {
        finishReason = reason;
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

    private String parts() {
        return path() + ".message.parts";
    }

    private String path(int part) {
        return parts() + "[" + part + "]";
    }
}
