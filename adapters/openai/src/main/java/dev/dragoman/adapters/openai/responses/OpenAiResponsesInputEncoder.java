// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.PlacedMessage;
import dev.dragoman.prepare.PlacedPart;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code instructions} and {@code input} of a request whose parts fit. */
final class OpenAiResponsesInputEncoder {
    private static final String CUSTOM = "\"" + OpenAiResponsesItem.CUSTOM_OUTPUT + "\"";

    private final JsonWriter json;
    private final Losses losses;
    private final Set<String> customCalls = new HashSet<>(0);

    OpenAiResponsesInputEncoder(JsonWriter json, Losses losses) {
        this.json = json;
        this.losses = losses;
    }

    void encode(List<PlacedMessage> messages) {
        int first = 0;
        if (messages.size() > 1 && isInstructions(messages.get(0))) {
            first = 1;
            json.field("instructions", ((Text) messages.get(0).parts().get(0).part()).text());
        }
        json.beginArray("input");
        Role before = null;
        for (PlacedMessage message : messages.subList(first, messages.size())) {
            if (message.parts().isEmpty() && message.role() == Role.ASSISTANT) {
                losses.add(LossKind.DROPPED, Severity.NOTE, message.path(), "a message that says nothing is left out");
                continue;
            }
            if (message.role() == Role.ASSISTANT && before == Role.ASSISTANT) {
                losses.add(LossKind.MOVED, Severity.NOTE, message.path(), "what the model says in turn is one message");
            }
            before = message.role();
            message(message);
        }
        json.endArray();
    }

    /** Instructions in front have a member of their own, where they are one plain text and not all there is. */
    private static boolean isInstructions(PlacedMessage message) {
        return message.role() == Role.SYSTEM
                && message.extensions().isEmpty()
                && message.parts().size() == 1
                && message.parts().get(0).part() instanceof Text text
                && text.isPlain();
    }

    private void message(PlacedMessage message) {
        switch (message.role()) {
            case SYSTEM, DEVELOPER, USER -> {
                json.beginObject().field("type", OpenAiResponsesItem.MESSAGE);
                json.field("role", message.role().name().toLowerCase(Locale.ROOT));
                content(message.parts());
                OpenAiResponsesDialect.EXTENSIONS.write(message.extensions(), message.path(), json, losses);
                json.endObject();
            }
            case ASSISTANT -> {
                turn(message.parts());
                OpenAiResponsesDialect.EXTENSIONS.dropAll(message.extensions(), message.path(), losses);
            }
            case TOOL -> {
                result((ToolResult) message.parts().get(0).part());
                OpenAiResponsesDialect.EXTENSIONS.dropAll(message.extensions(), message.path(), losses);
            }
        }
    }

    private void content(List<PlacedPart> parts) {
        if (parts.size() == 1 && parts.get(0).part() instanceof Text text && text.isPlain()) {
            json.field("content", text.text());
            return;
        }
        json.beginArray("content");
        parts.forEach(placed -> OpenAiResponsesContentEncoder.write(placed.part(), json));
        json.endArray();
    }

    private void turn(List<PlacedPart> parts) {
        int i = 0;
        while (i < parts.size()) {
            int end = i + 1;
            while (end < parts.size()
                    && OpenAiResponsesGroups.goesOn(
                            parts.get(end - 1).part(), parts.get(end).part())) {
                end++;
            }
            Part part = parts.get(i).part();
            if (OpenAiResponsesGroups.isContent(part)) {
                said(parts.subList(i, end));
            } else if (part instanceof ToolCall call) {
                call(call);
            } else if (part instanceof Reasoning thought) {
                OpenAiResponsesThoughts.write(thought, thought.id(), thought.encrypted(), json);
            } else {
                json.value(((Opaque) part).json());
            }
            i = end;
        }
    }

    private void said(List<PlacedPart> parts) {
        json.beginObject().field("type", OpenAiResponsesItem.MESSAGE).field("role", "assistant");
        Part first = parts.get(0).part();
        if (parts.size() == 1 && first instanceof Text text && text.isPlain()) {
            json.field("content", text.text());
        } else {
            json.beginArray("content");
            parts.forEach(placed -> OpenAiResponsesContentEncoder.writeSaid(placed.part(), json));
            json.endArray();
        }
        OpenAiResponsesFields.writeItem(first.extensions(), json);
        json.endObject();
    }

    private void call(ToolCall call) {
        boolean custom = call.kind() == ToolKind.CUSTOM;
        if (custom) {
            customCalls.add(call.id());
        } else {
            customCalls.remove(call.id());
        }
        json.beginObject();
        json.field("type", custom ? OpenAiResponsesItem.CUSTOM_CALL : OpenAiResponsesItem.FUNCTION_CALL);
        json.field("call_id", call.id()).field("name", call.name());
        json.field(custom ? "input" : "arguments", call.arguments());
        OpenAiResponsesDialect.EXTENSIONS.writeOwn(call.extensions(), json);
        json.endObject();
    }

    private void result(ToolResult result) {
        RawJson type = result.extensions().get(OpenAiResponsesDialect.ID, "item.type");
        boolean custom = customCalls.contains(result.callId())
                || (type != null && type.toString().equals(CUSTOM));
        json.beginObject();
        json.field("type", custom ? OpenAiResponsesItem.CUSTOM_OUTPUT : OpenAiResponsesItem.FUNCTION_OUTPUT);
        json.field("call_id", result.callId());
        List<Part> content = result.content();
        if (content.isEmpty()) {
            json.field("output", "");
        } else if (content.size() == 1 && content.get(0) instanceof Text text && text.isPlain()) {
            json.field("output", text.text());
        } else {
            json.beginArray("output");
            content.forEach(part -> OpenAiResponsesContentEncoder.write(part, json));
            json.endArray();
        }
        OpenAiResponsesDialect.EXTENSIONS.writeOwn(result.extensions(), json);
        json.endObject();
    }
}
