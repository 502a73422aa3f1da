// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.DataUrl;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.prepare.PlacedMessage;
import dev.dragoman.prepare.PlacedPart;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code messages} of a request. Instructions, which stand at the front, become one message. */
final class CohereChatMessageEncoder {
    private final JsonWriter json;
    private final Losses losses;

    CohereChatMessageEncoder(JsonWriter json, Losses losses) {
        this.json = json;
        this.losses = losses;
    }

    void encode(List<PlacedMessage> messages) {
        json.beginArray("messages");
        int leading = 0;
        while (leading < messages.size() && messages.get(leading).role().isInstruction()) {
            leading++;
        }
        if (leading > 0) {
            instructions(messages.subList(0, leading));
        }
        for (PlacedMessage message : messages.subList(leading, messages.size())) {
            switch (message.role()) {
                case ASSISTANT -> assistant(message);
                case TOOL -> tool(message);
                default -> {
                    begin("user");
                    content(parts(message));
                    end(message.extensions(), message.path());
                }
            }
        }
        json.endArray();
    }

    private void begin(String role) {
        json.beginObject().field("role", role);
    }

    private void end(Extensions extensions, String path) {
        CohereChatDialect.EXTENSIONS.write(extensions, path, json, losses);
        json.endObject();
    }

    private void instructions(List<PlacedMessage> leading) {
        PlacedMessage first = leading.get(0);
        List<Part> parts = new ArrayList<>(parts(first));
        Extensions extensions = first.extensions();
        for (PlacedMessage message : leading.subList(1, leading.size())) {
            losses.add(LossKind.MOVED, Severity.NOTE, message.path(), "instructions are one message there");
            parts.addAll(parts(message));
            CohereChatDialect.EXTENSIONS.dropForeign(message.extensions(), message.path(), losses);
            extensions = extensions.merge(
                    Extensions.of(CohereChatDialect.ID, message.extensions().of(CohereChatDialect.ID)));
        }
        begin("system");
        content(parts);
        end(extensions, first.path());
    }

    private static List<Part> parts(PlacedMessage message) {
        return message.parts().stream().map(PlacedPart::part).toList();
    }

    private void assistant(PlacedMessage message) {
        CohereChatTurn turn = CohereChatTurn.of(message.parts(), losses);
        begin("assistant");
        if (!turn.content().isEmpty()) {
            for (PlacedPart placed : turn.content()) {
                if (placed.part() instanceof Reasoning thought && thought.id() != null) {
                    losses.dropped(placed.path() + ".id", "a message has one plan; this one is told as a thought");
                }
            }
            content(turn.content().stream().map(PlacedPart::part).toList());
        }
        json.field("tool_plan", turn.plan());
        if (!turn.calls().isEmpty()) {
            json.beginArray("tool_calls");
            turn.calls().forEach(call -> call(call, null, json));
            json.endArray();
        }
        RawJson others = message.extensions().get(CohereChatDialect.ID, CohereChatCitations.MEMBER);
        boolean cites = citations(turn.content(), others, json);
        end(
                cites
                        ? message.extensions().without(CohereChatDialect.ID, Set.of(CohereChatCitations.MEMBER))
                        : message.extensions(),
                message.path());
    }

    /**
     * Writes the citations of the texts, and those that the extensions of the message hold.
     *
     * @return whether there were any of the texts
     */
    static boolean citations(List<PlacedPart> content, @Nullable RawJson others, JsonWriter json) {
        boolean none = content.stream()
                .noneMatch(placed ->
                        placed.part() instanceof Text text && !text.citations().isEmpty());
        if (none) {
            return false;
        }
        json.beginArray(CohereChatCitations.MEMBER);
        for (int i = 0; i < content.size(); i++) {
            if (content.get(i).part() instanceof Text text) {
                CohereChatCitations.encode(text.citations(), text.text(), i, json);
            }
        }
        if (others != null && others.isArray()) {
            try (JsonReader in = others.reader()) {
                in.beginArray();
                while (in.nextElement()) {
                    json.value(in.raw());
                }
            }
        }
        json.endArray();
        return true;
    }

    /** Writes a call of a function. */
    static void call(ToolCall call, @Nullable ReasoningSeal seal, JsonWriter json) {
        json.beginObject().field("id", call.id()).field("type", "function");
        json.beginObject("function").field("name", call.name());
        json.field("arguments", CohereChatArguments.encode(call.arguments()));
        CohereChatDialect.EXTENSIONS.writeNested(call.extensions(), "function", json);
        json.endObject();
        CohereChatSeal.write(seal, json);
        CohereChatDialect.EXTENSIONS.writeOwn(call.extensions(), json);
        json.endObject();
    }

    private void tool(PlacedMessage message) {
        ToolResult result = (ToolResult) message.parts().get(0).part();
        begin("tool");
        json.field("tool_call_id", result.callId());
        content(result.content());
        end(message.extensions(), message.path());
    }

    /** A string where one text is all that there is. */
    private void content(List<Part> parts) {
        if (parts.isEmpty()) {
            json.field("content", "");
        } else if (parts.size() == 1
                && parts.get(0) instanceof Text text
                && text.extensions().isEmpty()) {
            json.field("content", text.text());
        } else {
            json.beginArray("content");
            parts.forEach(this::block);
            json.endArray();
        }
    }

    private void block(Part part) {
        if (part instanceof Text text) {
            json.beginObject().field("type", "text").field("text", text.text());
            CohereChatDialect.EXTENSIONS.writeOwn(text.extensions(), json);
            json.endObject();
        } else if (part instanceof Reasoning thought) {
            json.beginObject().field("type", "thinking").field("thinking", thought.text());
            CohereChatDialect.EXTENSIONS.writeOwn(thought.extensions(), json);
            json.endObject();
        } else if (part instanceof Image image) {
            image(image);
        } else if (part instanceof Document document) {
            document(document);
        } else if (part instanceof Opaque opaque) {
            json.value(opaque.json());
        } else {
            throw new IllegalStateException("does not fit: " + part);
        }
    }

    private void image(Image image) {
        String url = image.source() instanceof MediaSource.Base64 base64
                ? DataUrl.format(base64)
                : ((MediaSource.Url) image.source()).url();
        json.beginObject().field("type", "image_url").beginObject("image_url");
        json.field("url", url).field("detail", image.detail());
        CohereChatDialect.EXTENSIONS.writeNested(image.extensions(), "image_url", json);
        json.endObject();
        CohereChatDialect.EXTENSIONS.writeOwn(image.extensions(), json);
        json.endObject();
    }

    private void document(Document document) {
        json.beginObject().field("type", "document").name("document");
        CohereChatDocuments.encode(document, ((MediaSource.PlainText) document.source()).text(), json);
        CohereChatDialect.EXTENSIONS.writeNested(document.extensions(), "block", json);
        json.endObject();
    }
}
