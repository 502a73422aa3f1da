// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.prepare.PlacedMessage;
import dev.dragoman.prepare.PlacedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code messages} of a request whose parts fit. Media in a tool result, which this dialect has no place for, follow in a user
 * message of their own after the results.
 */
final class OpenAiChatMessageEncoder {
    private record Hoisted(Part part, String callId) {}

    private final JsonWriter json;
    private final Losses losses;
    private final OpenAiChatPartEncoder parts;
    /** Media of tool results that wait for the end of the results. */
    private final List<Hoisted> hoisted = new ArrayList<>(0);

    OpenAiChatMessageEncoder(JsonWriter json, Losses losses) {
        this.json = json;
        this.losses = losses;
        this.parts = new OpenAiChatPartEncoder(json);
    }

    void encode(List<PlacedMessage> messages) {
        json.beginArray("messages");
        for (PlacedMessage message : messages) {
            if (message.role() != Role.TOOL) {
                flushHoisted();
            }
            message(message);
        }
        flushHoisted();
        json.endArray();
    }

    private void message(PlacedMessage message) {
        json.beginObject().field("role", message.role().name().toLowerCase(Locale.ROOT));
        switch (message.role()) {
            case SYSTEM, DEVELOPER, USER -> {
                content(message.parts());
                json.field("name", message.name());
            }
            case ASSISTANT -> {
                new OpenAiChatAssistantEncoder(json, losses, parts).encode(message.parts());
                json.field("name", message.name());
            }
            case TOOL -> {
                result((ToolResult) message.parts().get(0).part());
                if (message.name() != null) {
                    losses.dropped(message.path() + ".name", "a tool message has no speaker's name");
                }
            }
        }
        if (!message.extensions().isEmpty()) {
            OpenAiChatDialect.EXTENSIONS.write(message.extensions(), message.path(), json, losses);
        }
        json.endObject();
    }

    private void content(List<PlacedPart> content) {
        if (content.size() == 1 && content.get(0).part() instanceof Text text && text.isPlain()) {
            json.field("content", text.text());
            return;
        }
        json.beginArray("content");
        content.forEach(placed -> parts.encode(placed.part()));
        json.endArray();
    }

    private void result(ToolResult result) {
        json.field("tool_call_id", result.callId());
        List<Part> texts = new ArrayList<>(result.content().size());
        for (Part part : result.content()) {
            if (part instanceof Text) {
                texts.add(part);
            } else {
                hoisted.add(new Hoisted(part, result.callId()));
            }
        }
        if (texts.isEmpty()) {
            json.field("content", "");
        } else if (texts.size() == 1 && texts.get(0) instanceof Text text && text.isPlain()) {
            json.field("content", text.text());
        } else {
            json.beginArray("content");
            texts.forEach(parts::encode);
            json.endArray();
        }
    }

    private void flushHoisted() {
        if (hoisted.isEmpty()) {
            return;
        }
        json.beginObject().field("role", "user").beginArray("content");
        for (Hoisted part : hoisted) {
            parts.encode(Text.of("Result of tool call " + part.callId() + ":"));
            parts.encode(part.part());
        }
        json.endArray().endObject();
        hoisted.clear();
    }
}
