// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.ObjectArguments;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code message} of a whole answer. Its texts become one string, its parts one fixed order; both are reported. */
final class OllamaChatReplyMessageEncoder {
    private final JsonWriter json;
    private final Losses losses;
    private final OllamaChatReplyFitter fitter;
    private final List<Reasoning> thoughts = new ArrayList<>(1);
    private final List<Text> texts = new ArrayList<>(1);
    private final List<String> images = new ArrayList<>(0);
    private final List<ToolCall> calls = new ArrayList<>(0);
    private String textPath = "";
    private int rank;

    OllamaChatReplyMessageEncoder(JsonWriter json, Losses losses) {
        this.json = json;
        this.losses = losses;
        this.fitter = new OllamaChatReplyFitter(losses);
    }

    boolean anyCalls() {
        return !calls.isEmpty();
    }

    void encode(Message message, String path) {
        String parts = path + ".parts";
        for (int i = 0; i < message.parts().size(); i++) {
            String place = parts + "[" + i + "]";
            Part part = fitter.fit(message.parts().get(i), place);
            if (part != null) {
                sort(part, place, parts);
            }
        }
        json.beginObject("message").field("role", "assistant");
        content(parts);
        OllamaChatThoughts.encode(thoughts, signature(), json);
        json.field("images", images);
        if (!calls.isEmpty()) {
            json.beginArray("tool_calls");
            for (int i = 0; i < calls.size(); i++) {
                OllamaChatToolCall.write(calls.get(i), i, json);
            }
            json.endArray();
        }
        if (message.name() != null) {
            losses.dropped(path + ".name", "an answer has no speaker's name");
        }
        OllamaChatDialect.EXTENSIONS.write(message.extensions(), path, json, losses);
        json.endObject();
    }

    private void sort(Part part, String place, String parts) {
        int of = part instanceof Reasoning ? 0 : part instanceof Text ? 1 : part instanceof Image ? 2 : 3;
        if (of < rank) {
            losses.add(
                    LossKind.MOVED,
                    Severity.NOTE,
                    parts,
                    "an answer holds thoughts, text, pictures and calls in this order");
        }
        rank = Math.max(rank, of);
        if (part instanceof Reasoning thought) {
            thoughts.add(thought);
        } else if (part instanceof Text text) {
            texts.add(text);
            textPath = place;
        } else if (part instanceof Image image && image.source() instanceof MediaSource.Base64 base64) {
            images.add(base64.data());
        } else if (part instanceof ToolCall call) {
            calls.add(call);
            if (call.kind() == ToolKind.FUNCTION) {
                ObjectArguments.report(call.arguments(), place + ".arguments", losses);
            }
        }
    }

    private void content(String parts) {
        StringBuilder content = new StringBuilder();
        texts.forEach(text -> content.append(text.text()));
        if (texts.size() > 1) {
            losses.add(LossKind.MOVED, Severity.NOTE, parts, "the texts of an answer are one string there");
        } else if (texts.size() == 1 && content.isEmpty() && signature() == null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, textPath, "an empty text says nothing");
        }
        json.field("content", content.toString());
    }

    /** Several texts are one here: the first that is signed keeps its signature. */
    private @Nullable Signature signature() {
        for (Text text : texts) {
            if (text.signature() != null) {
                return text.signature();
            }
        }
        return null;
    }
}
