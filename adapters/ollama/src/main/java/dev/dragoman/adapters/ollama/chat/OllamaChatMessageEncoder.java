// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.prepare.PlacedMessage;
import dev.dragoman.prepare.PlacedPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code messages} of a request. A message has one text: several are joined, line by line but for those of the model, and what
 * stands in another order than thoughts, text, pictures, calls is reported as moved.
 */
final class OllamaChatMessageEncoder {
    private final JsonWriter json;
    private final Losses losses;

    /** Names of the tools that were called, by the ids of the calls: results name both. */
    private final Map<String, String> called = new HashMap<>(0);

    OllamaChatMessageEncoder(JsonWriter json, Losses losses) {
        this.json = json;
        this.losses = losses;
    }

    void encode(List<PlacedMessage> messages) {
        json.beginArray("messages");
        messages.forEach(this::message);
        json.endArray();
    }

    private void message(PlacedMessage message) {
        json.beginObject().field("role", message.role().name().toLowerCase(Locale.ROOT));
        if (message.role() == Role.TOOL) {
            result(message.parts().get(0));
        } else {
            parts(message.parts(), message.path() + ".parts", message.role() == Role.ASSISTANT ? "" : "\n");
        }
        OllamaChatDialect.EXTENSIONS.write(message.extensions(), message.path(), json, losses);
        json.endObject();
    }

    private void result(PlacedPart placed) {
        ToolResult result = (ToolResult) placed.part();
        String path = placed.path() + ".content";
        List<PlacedPart> content = new ArrayList<>(result.content().size());
        for (int i = 0; i < result.content().size(); i++) {
            content.add(new PlacedPart(result.content().get(i), path + "[" + i + "]"));
        }
        parts(content, path, "\n");
        String name = result.name() != null ? result.name() : called.get(result.callId());
        json.field("tool_name", name).field("tool_call_id", result.callId());
    }

    private void parts(List<PlacedPart> parts, String path, String separator) {
        List<Reasoning> thoughts = new ArrayList<>(0);
        List<PlacedPart> texts = new ArrayList<>(1);
        List<String> media = new ArrayList<>(0);
        List<ToolCall> calls = new ArrayList<>(0);
        int rank = 0;
        for (PlacedPart placed : parts) {
            Part part = placed.part();
            int of = rank(part);
            if (of < rank) {
                losses.add(
                        LossKind.MOVED,
                        placed.path(),
                        "a message holds thoughts, text, pictures and calls in this order");
            }
            rank = Math.max(rank, of);
            if (part instanceof Reasoning thought) {
                thoughts.add(thought);
            } else if (part instanceof Text) {
                texts.add(placed);
            } else if (part instanceof ToolCall call) {
                calls.add(call);
                called.put(call.id(), call.name());
            } else {
                media.add(data(part));
            }
        }
        content(texts, path, separator);
        OllamaChatThoughts.encode(thoughts, signature(texts), json);
        json.field("images", media);
        if (!calls.isEmpty()) {
            json.beginArray("tool_calls");
            for (int i = 0; i < calls.size(); i++) {
                OllamaChatToolCall.write(calls.get(i), i, json);
            }
            json.endArray();
        }
    }

    private static int rank(Part part) {
        if (part instanceof Reasoning) {
            return 0;
        }
        if (part instanceof Text) {
            return 1;
        }
        return part instanceof ToolCall ? 3 : 2;
    }

    private static String data(Part part) {
        MediaSource source = part instanceof Image image ? image.source() : ((Audio) part).source();
        return source instanceof MediaSource.Base64 base64 ? base64.data() : "";
    }

    private void content(List<PlacedPart> texts, String path, String separator) {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            content.append(i == 0 ? "" : separator).append(((Text) texts.get(i).part()).text());
        }
        if (texts.size() > 1) {
            losses.add(LossKind.MOVED, Severity.NOTE, path, "the texts of a message are one string there");
        } else if (texts.size() == 1 && content.isEmpty() && signature(texts) == null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, texts.get(0).path(), "an empty text says nothing");
        }
        json.field("content", content.toString());
    }

    /** Several texts are one here: the first signature stays. */
    private static @Nullable Signature signature(List<PlacedPart> texts) {
        for (PlacedPart placed : texts) {
            Signature signature = ((Text) placed.part()).signature();
            if (signature != null) {
                return signature;
            }
        }
        return null;
    }
}
