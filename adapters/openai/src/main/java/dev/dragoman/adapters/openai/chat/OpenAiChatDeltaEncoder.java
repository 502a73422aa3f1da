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
import dev.dragoman.model.tool.ToolKind;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The entry of one choice in the chunks of a stream. */
final class OpenAiChatDeltaEncoder {
    /** A tool call that is being written. */
    private static final class Call {
        final int number;
        final ToolKind kind;
        boolean empty;

        Call(int number, ToolKind kind, boolean empty) {
            this.number = number;
            this.kind = kind;
            this.empty = empty;
        }
    }

    private final int index;
    private final boolean legacyFunctions;
    private final Losses losses;
    private final Map<Integer, Call> calls = new HashMap<>(0);
    /** Number of each reasoning part and what its details still have to say at its end. */
    private final Map<Integer, Integer> reasoningNumbers = new HashMap<>(0);

    private final Map<Integer, Reasoning> seals = new HashMap<>(0);
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
        this.legacyFunctions = legacyFunctions;
        this.losses = losses;
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
        if (part instanceof Reasoning reasoning) {
            reasoningNumbers.put(event.index(), reasoningNumbers.size());
            seals.put(event.index(), reasoning);
            OpenAiChatReplyParts.reasoning(reasoning, path, losses);
            return true;
        }
        if (part instanceof ToolCall call) {
            if (legacyFunctions && !calls.isEmpty()) {
                losses.dropped(path, "the deprecated function_call holds one call");
                return false;
            }
            calls.put(
                    event.index(),
                    new Call(calls.size(), call.kind(), call.arguments().isEmpty()));
            return true;
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
        } else if (part instanceof Reasoning reasoning) {
            reasoningStart(reasoning, event.index(), json);
        } else if (part instanceof ToolCall call) {
            toolCall(call, event.index(), json);
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

    private void reasoningStart(Reasoning reasoning, int part, JsonWriter json) {
        int number = reasoningNumber(part);
        String text = reasoning.text();
        String shown = text != null ? text : String.join("\n\n", reasoning.summary());
        if (!shown.isEmpty()) {
            json.field("reasoning_content", shown);
        }
        json.beginArray("reasoning_details");
        boolean first = true;
        for (String summary : reasoning.summary()) {
            OpenAiChatReasoning.begin(OpenAiChatReasoning.SUMMARY, number, reasoning, first, json);
            first = false;
            json.field("summary", summary).endObject();
        }
        if (text != null || first) {
            OpenAiChatReasoning.begin(OpenAiChatReasoning.TEXT, number, reasoning, first, json);
            json.nullableField("text", text).endObject();
        }
        json.endArray();
    }

    void reasoning(ChatEvent.ReasoningDelta event, JsonWriter json) {
        json.field("reasoning_content", event.text());
        int number = reasoningNumber(event.index());
        if (number > 0) {
            // Later pieces say which they are; the first is what reasoning_content alone means.
            json.beginArray("reasoning_details").beginObject();
            json.field("type", OpenAiChatReasoning.TEXT)
                    .field("index", (Integer) number)
                    .field("text", event.text());
            json.endObject().endArray();
        }
    }

    void summary(ChatEvent.ReasoningSummaryDelta event, JsonWriter json) {
        json.field("reasoning_content", event.text());
        json.beginArray("reasoning_details").beginObject();
        json.field("type", OpenAiChatReasoning.SUMMARY);
        json.field("index", (Integer) reasoningNumber(event.index()));
        json.field("summary_index", (Integer) event.summary()).field("summary", event.text());
        json.endObject().endArray();
    }

    /** Remembers what seals a reasoning part, to be written at its end. */
    void seal(ChatEvent.ReasoningSealed event) {
        Reasoning before = seals.get(event.index());
        if (before != null) {
            seals.put(
                    event.index(),
                    new Reasoning(
                            before.text(),
                            before.summary(),
                            event.signature() != null ? event.signature() : before.signature(),
                            event.encrypted() != null ? event.encrypted() : before.encrypted(),
                            before.id(),
                            before.origin(),
                            before.extensions()));
        }
    }

    private void toolCall(ToolCall call, int part, JsonWriter json) {
        if (legacyFunctions) {
            json.beginObject("function_call").field("name", call.name()).field("arguments", call.arguments());
            json.endObject();
            return;
        }
        Call known = calls.get(part);
        json.beginArray("tool_calls");
        OpenAiChatToolCallEncoder.write(call, known == null ? 0 : known.number, path(part), json, losses);
        json.endArray();
    }

    /** Whether this part is a tool call that was begun. */
    boolean knows(int part) {
        return calls.containsKey(part);
    }

    void arguments(int part, String text, JsonWriter json) {
        Call call = calls.get(part);
        if (call == null) {
            return;
        }
        call.empty &= text.isEmpty();
        if (legacyFunctions) {
            json.beginObject("function_call").field("arguments", text).endObject();
            return;
        }
        boolean custom = call.kind == ToolKind.CUSTOM;
        json.beginArray("tool_calls").beginObject().field("index", (Integer) call.number);
        json.beginObject(custom ? "custom" : "function").field(custom ? "input" : "arguments", text);
        json.endObject().endObject().endArray();
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
        Call call = calls.get(part);
        if (call != null) {
            return call.empty && call.kind == ToolKind.FUNCTION;
        }
        if (part == openText) {
            openText = -1;
            if (textStart == contentLength && silentText) {
                losses.add(LossKind.DROPPED, Severity.NOTE, path(part), "an empty text says nothing");
            }
            return false;
        }
        Reasoning seal = seals.get(part);
        return seal != null && seal.isSealed();
    }

    /** Writes the end of a part. */
    void end(int part, JsonWriter json) {
        Reasoning sealed = seals.remove(part);
        if (sealed != null) {
            json.beginArray("reasoning_details");
            if (sealed.encrypted() != null) {
                OpenAiChatReasoning.begin(OpenAiChatReasoning.ENCRYPTED, reasoningNumber(part), sealed, false, json);
                json.field("data", sealed.encrypted()).endObject();
            }
            if (sealed.signature() != null) {
                OpenAiChatReasoning.begin(OpenAiChatReasoning.TEXT, reasoningNumber(part), sealed, false, json);
                json.nullField("text").field("signature", sealed.signature()).endObject();
            }
            json.endArray();
        } else {
            // Clients parse the arguments of a function: none is an empty object.
            arguments(part, "{}", json);
            OpenAiChatToolCallEncoder.emptyArguments(path(part), losses);
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

    private int reasoningNumber(int part) {
        Integer number = reasoningNumbers.get(part);
        return number == null ? 0 : number;
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
