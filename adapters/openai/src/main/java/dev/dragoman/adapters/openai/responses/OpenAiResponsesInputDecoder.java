// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code input} of a request: a string or a list of items. Items of the model that follow each other are one message; an item
 * that only this dialect knows stands among them as it is.
 */
final class OpenAiResponsesInputDecoder {
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, ToolKind> calls = new HashMap<>(0);
    /** The message of the model that goes on. */
    private @Nullable List<Part> turn;

    private @Nullable Signature signatureOfNext;

    private OpenAiResponsesInputDecoder() {}

    static List<Message> decode(JsonReader in) {
        if (in.isString()) {
            return List.of(Message.user(in.string()));
        }
        if (!in.isArray()) {
            throw in.mismatch("a string or an array of items");
        }
        OpenAiResponsesInputDecoder decoder = new OpenAiResponsesInputDecoder();
        in.beginArray();
        while (in.nextElement()) {
            decoder.item(in, OpenAiResponsesItem.ofRequest(in));
        }
        decoder.endTurn();
        return decoder.messages;
    }

    private void item(JsonReader in, OpenAiResponsesItem item) {
        if (item.is(OpenAiResponsesItem.MESSAGE)) {
            message(in, item);
        } else if (item.isResult()) {
            endTurn();
            messages.add(result(in, item));
        } else if (item.isCall()) {
            turn().add(call(in, item));
        } else if (item.is(OpenAiResponsesItem.REASONING)) {
            reasoning(item);
        } else {
            turn().add(new Opaque(OpenAiResponsesDialect.ID, String.valueOf(item.type), item.raw));
        }
    }

    private List<Part> turn() {
        if (turn == null) {
            turn = new ArrayList<>();
        }
        return turn;
    }

    private void endTurn() {
        if (turn != null) {
            messages.add(Message.of(Role.ASSISTANT, turn));
            turn = null;
        }
        signatureOfNext = null;
    }

    private void message(JsonReader in, OpenAiResponsesItem item) {
        List<Part> content = item.content;
        if (content == null) {
            throw in.missing(item.path() + ".content");
        }
        keepId(item);
        if (item.role == null) {
            throw in.missing(item.path() + ".role");
        }
        switch (item.role) {
            case "user" -> other(Role.USER, content, item);
            case "system" -> other(Role.SYSTEM, content, item);
            case "developer" -> other(Role.DEVELOPER, content, item);
            default -> OpenAiResponsesModelMessage.parts(item, content, sign(content), turn());
        }
    }

    private void other(Role role, List<Part> content, OpenAiResponsesItem item) {
        endTurn();
        messages.add(new Message(role, content, null, item.extensions()));
    }

    private @Nullable Signature sign(List<Part> content) {
        Signature signature = content.isEmpty() ? null : signatureOfNext;
        signatureOfNext = content.isEmpty() ? signatureOfNext : null;
        return signature;
    }

    private static void keepId(OpenAiResponsesItem item) {
        if (item.id != null && !OpenAiResponsesFields.isMadeUp(item.id)) {
            item.unknown.put("id", RawJson.string(item.id));
        }
    }

    private ToolCall call(JsonReader in, OpenAiResponsesItem item) {
        keepId(item);
        ToolKind kind = item.is(OpenAiResponsesItem.CUSTOM_CALL) ? ToolKind.CUSTOM : ToolKind.FUNCTION;
        String callId = item.required(in, item.callId, "call_id");
        calls.put(callId, kind);
        if (item.name == null) {
            throw in.missing(item.path() + ".name");
        }
        if (item.arguments == null) {
            throw in.missing(item.path() + (kind == ToolKind.CUSTOM ? ".input" : ".arguments"));
        }
        Signature signature = signatureOfNext;
        signatureOfNext = null;
        return new ToolCall(callId, kind, item.name, item.arguments, signature, null, item.extensions());
    }

    private Message result(JsonReader in, OpenAiResponsesItem item) {
        keepId(item);
        String callId = item.required(in, item.callId, "call_id");
        List<Part> content = item.content;
        if (content == null) {
            throw in.missing(item.path() + ".output");
        }
        if (item.is(OpenAiResponsesItem.CUSTOM_OUTPUT) && calls.get(callId) != ToolKind.CUSTOM) {
            item.unknown.put("item.type", RawJson.string(OpenAiResponsesItem.CUSTOM_OUTPUT));
        }
        ToolResult result = new ToolResult(callId, item.name, content, null, null, item.extensions());
        return Message.of(Role.TOOL, List.of(result));
    }

    private void reasoning(OpenAiResponsesItem item) {
        ReasoningSeal seal = ReasoningSeal.read(item.encrypted);
        if (seal != null && seal.next()) {
            signatureOfNext = seal.ofPart();
            turn();
            return;
        }
        turn().add(OpenAiResponsesThoughts.decode(item, OpenAiResponsesThoughts.NATIVE));
    }
}
