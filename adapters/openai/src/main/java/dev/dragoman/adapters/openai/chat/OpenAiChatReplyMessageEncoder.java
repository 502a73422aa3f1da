// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import static dev.dragoman.adapters.openai.chat.OpenAiChatDialect.EXTENSIONS;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code message} of a whole answer. Its texts become one string, its parts one fixed order; both are reported. */
final class OpenAiChatReplyMessageEncoder implements Part.Cases<JsonWriter> {
    private record At<T>(T part, String path) {}

    private final JsonWriter json;
    private final Losses losses;
    private final boolean legacyFunctions;
    private final List<At<Text>> texts = new ArrayList<>(1);
    private final List<At<ToolCall>> calls = new ArrayList<>(0);
    private final List<At<Reasoning>> thoughts = new ArrayList<>(0);
    private final List<At<String>> images = new ArrayList<>(0);
    private @Nullable At<Refusal> refusal;
    private @Nullable At<Audio> audio;
    private String path = "";
    private String parts = "";
    private int rank;

    OpenAiChatReplyMessageEncoder(JsonWriter json, Losses losses, boolean legacyFunctions) {
        this.json = json;
        this.losses = losses;
        this.legacyFunctions = legacyFunctions;
    }

    void encode(Message message, String messagePath) {
        parts = messagePath + ".parts";
        for (int i = 0; i < message.parts().size(); i++) {
            path = messagePath + ".parts[" + i + "]";
            message.parts().get(i).accept(this);
        }
        json.field("role", "assistant");
        content();
        json.nullableField("refusal", refusal == null ? null : refusal.part().text());
        if (message.extensions().get(OpenAiChatDialect.ID, "annotations") == null) {
            annotations();
        }
        reasoning();
        if (audio != null) {
            json.beginObject("audio");
            OpenAiChatReplyParts.audio(audio.part(), audio.path(), json, losses);
            json.endObject();
        }
        if (!images.isEmpty()) {
            json.beginArray("images");
            images.forEach(image -> OpenAiChatReplyParts.image(image.part(), json));
            json.endArray();
        }
        toolCalls();
        if (message.name() != null) {
            losses.dropped(messagePath + ".name", "an answer has no speaker's name");
        }
        EXTENSIONS.write(message.extensions(), messagePath, json, losses);
    }

    private void content() {
        if (texts.isEmpty()) {
            json.nullField("content");
            return;
        }
        if (texts.size() == 1) {
            Text only = texts.get(0).part();
            json.field("content", only.text());
            if (only.text().isEmpty() && only.citations().isEmpty() && only.signature() == null) {
                losses.add(LossKind.DROPPED, Severity.NOTE, texts.get(0).path(), "an empty text says nothing");
            }
            return;
        }
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            joined.append(texts.get(i).part().text());
        }
        losses.add(LossKind.MOVED, Severity.NOTE, parts, "the texts of an answer are one string here");
        json.field("content", joined.toString());
    }

    private void annotations() {
        json.beginArray("annotations");
        int shift = 0;
        for (At<Text> text : texts) {
            for (int i = 0; i < text.part().citations().size(); i++) {
                OpenAiChatCitations.encode(
                        text.part().citations().get(i), shift, text.path() + ".citations[" + i + "]", json, losses);
            }
            shift += text.part().text().length();
        }
        json.endArray();
    }

    private void reasoning() {
        boolean signed = texts.stream().anyMatch(text -> text.part().signature() != null);
        if (thoughts.isEmpty() && !signed) {
            return;
        }
        String shown = OpenAiChatReplyMessageEncoder.shown(thoughts);
        if (shown != null) {
            json.field("reasoning_content", shown);
        }
        json.beginArray("reasoning_details");
        for (int i = 0; i < thoughts.size(); i++) {
            OpenAiChatReasoning.write(thoughts.get(i).part(), i, thoughts.size() > 1, json);
            OpenAiChatReplyParts.reasoning(
                    thoughts.get(i).part(), thoughts.get(i).path(), losses);
        }
        // Several texts are one here: the first that is signed keeps its signature.
        for (At<Text> text : texts) {
            Signature signature = text.part().signature();
            if (signature != null) {
                OpenAiChatReasoning.begin(OpenAiChatReasoning.TEXT_SIGNATURE, 0, signature.origin(), json);
                json.field("signature", signature.value()).endObject();
                break;
            }
        }
        json.endArray();
    }

    /** The reasoning that a client without knowledge of details shows: the text, or the summaries where there is none. */
    private static @Nullable String shown(List<At<Reasoning>> thoughts) {
        StringBuilder text = new StringBuilder();
        boolean any = false;
        for (At<Reasoning> thought : thoughts) {
            if (thought.part().text() != null) {
                any = true;
                text.append(thought.part().text());
            } else if (!thought.part().summary().isEmpty()) {
                any = true;
                text.append(String.join("\n\n", thought.part().summary()));
            }
        }
        return any ? text.toString() : null;
    }

    private void toolCalls() {
        if (calls.isEmpty()) {
            return;
        }
        if (legacyFunctions) {
            ToolCall first = calls.get(0).part();
            json.beginObject("function_call").field("name", first.name()).field("arguments", first.arguments());
            json.endObject();
            for (At<ToolCall> call : calls.subList(1, calls.size())) {
                losses.dropped(call.path(), "the deprecated function_call holds one call");
            }
            return;
        }
        json.beginArray("tool_calls");
        calls.forEach(call -> OpenAiChatToolCallEncoder.write(call.part(), null, call.path(), json, losses));
        json.endArray();
    }

    private void rank(int of) {
        if (of < rank) {
            losses.add(
                    LossKind.MOVED,
                    Severity.NOTE,
                    parts,
                    "an answer here holds reasoning, content, refusal, pictures, audio, calls in this order");
        }
        rank = Math.max(rank, of);
    }

    @Override
    public JsonWriter reasoning(Reasoning part) {
        rank(0);
        thoughts.add(new At<>(part, path));
        return json;
    }

    @Override
    public JsonWriter text(Text part) {
        rank(1);
        texts.add(new At<>(part, path));
        OpenAiChatReplyParts.text(part, path, losses);
        return json;
    }

    @Override
    public JsonWriter refusal(Refusal part) {
        rank(2);
        EXTENSIONS.dropAll(part.extensions(), path, losses);
        At<Refusal> before = refusal;
        if (before == null) {
            refusal = new At<>(part, path);
        } else {
            refusal = new At<>(Refusal.of(before.part().text() + part.text()), before.path());
            losses.add(LossKind.MOVED, Severity.NOTE, parts, "the refusals of an answer are one string here");
        }
        return json;
    }

    @Override
    public JsonWriter image(Image part) {
        rank(3);
        String url = OpenAiChatReplyParts.imageUrl(part);
        if (url == null) {
            losses.dropped(path, "a produced picture is given by an address or its content");
        } else {
            images.add(new At<>(url, path));
            OpenAiChatReplyParts.image(part, path, losses);
        }
        return json;
    }

    @Override
    public JsonWriter audio(Audio part) {
        rank(4);
        if (audio == null) {
            audio = new At<>(part, path);
        } else {
            losses.dropped(path, "an answer speaks once");
        }
        return json;
    }

    @Override
    public JsonWriter toolCall(ToolCall part) {
        rank(5);
        calls.add(new At<>(part, path));
        return json;
    }

    @Override
    public JsonWriter video(Video part) {
        losses.dropped(path, "answers hold no films");
        return json;
    }

    @Override
    public JsonWriter document(Document part) {
        losses.dropped(path, "answers hold no files");
        return json;
    }

    @Override
    public JsonWriter toolResult(ToolResult part) {
        throw new IllegalStateException("a tool result stands in tool messages only");
    }

    @Override
    public JsonWriter opaque(Opaque part) {
        losses.dropped(path, "a part that only " + Objects.requireNonNull(part.dialect()) + " knows");
        return json;
    }
}
