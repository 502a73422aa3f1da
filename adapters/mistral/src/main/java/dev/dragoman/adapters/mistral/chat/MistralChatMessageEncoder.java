// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.prepare.PlacedMessage;
import dev.dragoman.prepare.PlacedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code messages} of a request, which the passes have fitted to the order that Mistral's validator demands. A message of the
 * model at the end is one to be continued.
 */
final class MistralChatMessageEncoder {
    private final JsonWriter json;
    private final Losses losses;

    MistralChatMessageEncoder(JsonWriter json, Losses losses) {
        this.json = json;
        this.losses = losses;
    }

    void encode(List<PlacedMessage> messages) {
        List<PlacedMessage> speaking = new ArrayList<>(messages.size());
        for (PlacedMessage message : messages) {
            if (isSilent(message)) {
                losses.add(LossKind.DROPPED, Severity.NOTE, message.path(), "a message that says nothing is left out");
            } else {
                speaking.add(message);
            }
        }
        if (speaking.isEmpty()) {
            speaking = messages;
        }
        json.beginArray("messages");
        for (int i = 0; i < speaking.size(); i++) {
            PlacedMessage message = speaking.get(i);
            json.beginObject().field("role", message.role().name().toLowerCase(Locale.ROOT));
            switch (message.role()) {
                case TOOL -> result((ToolResult) message.parts().get(0).part());
                case ASSISTANT -> assistant(message, i == speaking.size() - 1);
                default ->
                    content(message.parts().stream().map(PlacedPart::part).toList());
            }
            MistralChatDialect.EXTENSIONS.write(message.extensions(), message.path(), json, losses);
            json.endObject();
        }
        json.endArray();
    }

    /** The validator refuses messages of the model, and instructions, without any content. */
    private static boolean isSilent(PlacedMessage message) {
        if (message.role() == Role.USER || message.role() == Role.TOOL) {
            return false;
        }
        for (PlacedPart placed : message.parts()) {
            if (!(placed.part() instanceof Text text) || !text.text().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void result(ToolResult result) {
        json.field("tool_call_id", result.callId()).field("name", result.name());
        if (result.content().isEmpty()) {
            json.field("content", "");
        } else {
            content(result.content());
        }
    }

    private void assistant(PlacedMessage message, boolean last) {
        List<Part> content = new ArrayList<>(message.parts().size());
        List<ToolCall> calls = new ArrayList<>(0);
        for (PlacedPart placed : message.parts()) {
            if (placed.part() instanceof ToolCall call) {
                calls.add(call);
                continue;
            }
            if (!calls.isEmpty()) {
                losses.add(LossKind.MOVED, placed.path(), "calls stand behind the content there");
            }
            content.add(placed.part());
        }
        if (!content.isEmpty() || calls.isEmpty()) {
            content(content);
        }
        if (!calls.isEmpty()) {
            json.beginArray("tool_calls");
            calls.forEach(call -> call(call, json));
            json.endArray();
        }
        if (last && message.extensions().get(MistralChatDialect.ID, "prefix") == null) {
            json.field("prefix", Boolean.TRUE);
        }
    }

    private void content(List<Part> parts) {
        if (parts.isEmpty()) {
            json.nullField("content");
        } else if (parts.size() == 1 && parts.get(0) instanceof Text text && text.isPlain()) {
            json.field("content", text.text());
        } else {
            MistralChatChunkEncoder chunks = new MistralChatChunkEncoder(json);
            json.beginArray("content");
            parts.forEach(chunks::encode);
            json.endArray();
        }
    }

    /** Writes a whole call; one without arguments has an empty object of them. */
    private static void call(ToolCall call, JsonWriter json) {
        json.beginObject().field("id", call.id()).field("type", "function");
        function(call, json);
        MistralChatDialect.EXTENSIONS.writeOwn(call.extensions(), json);
        json.endObject();
    }

    /** Writes the function of a call. */
    static void function(ToolCall call, JsonWriter json) {
        json.beginObject("function").field("name", call.name());
        json.field("arguments", call.arguments().isBlank() ? "{}" : call.arguments());
        MistralChatDialect.EXTENSIONS.writeNested(call.extensions(), "function", json);
        json.endObject();
    }
}
