// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.prepare.PlacedPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The model's own earlier messages in a request, of parts that fit. Its parts come in one fixed order, which is reported. */
final class OpenAiChatAssistantEncoder {
    private final JsonWriter json;
    private final Losses losses;
    private final OpenAiChatPartEncoder partEncoder;
    private final List<PlacedPart> content = new ArrayList<>(1);
    private final List<PlacedPart> calls = new ArrayList<>(0);
    private final List<Reasoning> thoughts = new ArrayList<>(0);
    private @Nullable Refusal refusal;
    private @Nullable Audio audio;

    OpenAiChatAssistantEncoder(JsonWriter json, Losses losses, OpenAiChatPartEncoder partEncoder) {
        this.json = json;
        this.losses = losses;
        this.partEncoder = partEncoder;
    }

    void encode(List<PlacedPart> parts) {
        int rank = 0;
        for (PlacedPart placed : parts) {
            if (rank(placed.part()) < rank) {
                losses.add(
                        LossKind.MOVED,
                        placed.path(),
                        "a message here holds reasoning, content, refusal, audio, calls in order");
            }
            rank = Math.max(rank, rank(placed.part()));
            sort(placed);
        }
        content();
        if (refusal != null) {
            json.field("refusal", refusal.text());
        }
        if (audio != null) {
            json.beginObject("audio").field("id", audio.id());
            OpenAiChatDialect.EXTENSIONS.writeOwn(audio.extensions(), json);
            json.endObject();
        }
        annotations();
        reasoning();
        if (!calls.isEmpty()) {
            json.beginArray("tool_calls");
            for (PlacedPart placed : calls) {
                OpenAiChatToolCallEncoder.write((ToolCall) placed.part(), null, placed.path(), json, losses);
            }
            json.endArray();
        }
    }

    private void sort(PlacedPart placed) {
        Part part = placed.part();
        if (part instanceof ToolCall) {
            calls.add(placed);
        } else if (part instanceof Reasoning thought) {
            thoughts.add(thought);
        } else if (part instanceof Refusal r
                && refusal == null
                && r.extensions().isEmpty()) {
            refusal = r;
        } else if (part instanceof Audio a && a.source() == null) {
            if (audio == null) {
                audio = a;
            } else {
                losses.dropped(placed.path(), "a message speaks once");
            }
        } else {
            content.add(placed);
        }
    }

    private static int rank(Part part) {
        if (part instanceof Reasoning) {
            return 0;
        }
        if (part instanceof Refusal) {
            return 2;
        }
        if (part instanceof Audio) {
            return 3;
        }
        return part instanceof ToolCall ? 4 : 1;
    }

    private void content() {
        if (content.isEmpty()) {
            json.nullField("content");
        } else if (content.size() == 1
                && content.get(0).part() instanceof Text text
                && text.cache() == null
                && text.extensions().isEmpty()) {
            json.field("content", text.text());
        } else {
            json.beginArray("content");
            content.forEach(placed -> partEncoder.encode(placed.part()));
            json.endArray();
        }
    }

    /** Annotations belong to the first text when they are read back. */
    private void annotations() {
        boolean any = content.stream()
                .anyMatch(placed ->
                        placed.part() instanceof Text text && !text.citations().isEmpty());
        if (!any) {
            return;
        }
        json.beginArray("annotations");
        int shift = 0;
        boolean first = true;
        for (PlacedPart placed : content) {
            if (placed.part() instanceof Text text) {
                for (int i = 0; i < text.citations().size(); i++) {
                    String path = placed.path() + ".citations[" + i + "]";
                    OpenAiChatCitations.encode(text.citations().get(i), shift, path, json, losses);
                    if (!first) {
                        losses.add(LossKind.MOVED, Severity.NOTE, path, "annotations belong to the whole message");
                    }
                }
                shift += text.text().length();
                first = false;
            }
        }
        json.endArray();
    }

    private void reasoning() {
        StringBuilder text = new StringBuilder();
        boolean shown = false;
        for (Reasoning thought : thoughts) {
            if (thought.text() != null) {
                shown = true;
                text.append(thought.text());
            }
        }
        if (shown) {
            json.field("reasoning_content", text.toString());
        }
        boolean signed = content.stream().anyMatch(placed -> placed.part() instanceof Text t && t.signature() != null);
        if (thoughts.isEmpty() && !signed) {
            return;
        }
        json.beginArray("reasoning_details");
        for (int i = 0; i < thoughts.size(); i++) {
            OpenAiChatReasoning.write(thoughts.get(i), i, thoughts.size() > 1, json);
        }
        int number = 0;
        for (PlacedPart placed : content) {
            if (placed.part() instanceof Text t) {
                Signature signature = t.signature();
                if (signature != null) {
                    OpenAiChatReasoning.begin(OpenAiChatReasoning.TEXT_SIGNATURE, number, signature.origin(), json);
                    json.field("signature", signature.value()).endObject();
                }
                number++;
            }
        }
        json.endArray();
    }
}
