// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import static dev.dragoman.adapters.openai.chat.OpenAiChatDialect.EXTENSIONS;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code messages} of a request. Media in a tool result, which this dialect has no place for, follow in a user message of their
 * own after the results.
 */
final class OpenAiChatMessageEncoder {
    private record Hoisted(Part part, String callId, String path) {}

    private final JsonWriter json;
    private final EncodeContext context;
    private final Losses losses;
    private final OpenAiChatPartEncoder parts;
    /** Media of tool results that wait for the end of the results. */
    private final List<Hoisted> hoisted = new ArrayList<>(0);

    OpenAiChatMessageEncoder(JsonWriter json, EncodeContext context) {
        this.json = json;
        this.context = context;
        this.losses = context.losses();
        this.parts = new OpenAiChatPartEncoder(json, losses);
    }

    void encode(List<Message> messages) {
        json.beginArray("messages");
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            if (message.role() != Role.TOOL) {
                flushHoisted();
            }
            message(message, i);
        }
        flushHoisted();
        json.endArray();
    }

    private void message(Message message, int index) {
        json.beginObject().field("role", message.role().name().toLowerCase(Locale.ROOT));
        switch (message.role()) {
            case SYSTEM, DEVELOPER, USER -> {
                content(message.parts(), index);
                json.field("name", message.name());
            }
            case ASSISTANT -> {
                new OpenAiChatAssistantEncoder(json, context, parts).encode(message.parts(), index);
                json.field("name", message.name());
            }
            case TOOL -> {
                result((ToolResult) message.parts().get(0), index);
                if (message.name() != null) {
                    losses.dropped(path(index) + ".name", "a tool message has no speaker's name");
                }
            }
        }
        if (!message.extensions().isEmpty()) {
            EXTENSIONS.write(message.extensions(), path(index), json, losses);
        }
        json.endObject();
    }

    private void content(List<Part> content, int index) {
        if (content.size() == 1 && content.get(0) instanceof Text text && text.isPlain()) {
            json.field("content", text.text());
            return;
        }
        json.beginArray("content");
        for (int i = 0; i < content.size(); i++) {
            parts.encode(content.get(i), path(index) + ".parts[" + i + "]");
        }
        json.endArray();
    }

    private void result(ToolResult result, int index) {
        String path = path(index) + ".parts[0]";
        json.field("tool_call_id", result.callId());
        List<Part> texts = new ArrayList<>(result.content().size());
        for (int i = 0; i < result.content().size(); i++) {
            Part part = result.content().get(i);
            if (part instanceof Text) {
                texts.add(part);
            } else {
                hoisted.add(new Hoisted(part, result.callId(), path + ".content[" + i + "]"));
                losses.add(
                        LossKind.EMULATED,
                        path + ".content[" + i + "]",
                        "a tool message holds text only; the part follows in a user message");
            }
        }
        if (texts.isEmpty()) {
            json.field("content", "");
            if (result.content().isEmpty()) {
                losses.add(LossKind.DEFAULTED, Severity.NOTE, path + ".content", "a result needs a text; it is empty");
            }
        } else if (texts.size() == 1 && texts.get(0) instanceof Text text && text.isPlain()) {
            json.field("content", text.text());
        } else {
            json.beginArray("content");
            for (int i = 0; i < texts.size(); i++) {
                parts.encode(texts.get(i), path + ".content[" + i + "]");
            }
            json.endArray();
        }
        if (result.name() != null) {
            // The call's id says the same.
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".name", "a tool message names the call, not the tool");
        }
        if (result.error() != null) {
            losses.add(
                    LossKind.DROPPED,
                    result.error() ? Severity.CHANGES_ANSWER : Severity.NOTE,
                    path + ".error",
                    "a tool message has no mark of failure");
        }
        if (result.cache() != null) {
            losses.dropped(path + ".cache", "a tool message has no caching breakpoint");
        }
        EXTENSIONS.dropAll(result.extensions(), path, losses);
    }

    private void flushHoisted() {
        if (hoisted.isEmpty()) {
            return;
        }
        json.beginObject().field("role", "user").beginArray("content");
        for (Hoisted part : hoisted) {
            parts.encode(Text.of("Result of tool call " + part.callId() + ":"), part.path());
            parts.encode(part.part(), part.path());
        }
        json.endArray().endObject();
        hoisted.clear();
    }

    private static String path(int index) {
        return "messages[" + index + "]";
    }
}
