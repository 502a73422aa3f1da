// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.tool.ToolKind;

/** Writes the items of an answer's output, from parts that fit. */
final class OpenAiResponsesOutputItems {
    private OpenAiResponsesOutputItems() {}

    /** Writes a message without its content, which is to be written, with the end of the object. */
    static void beginMessage(String id, String status, Extensions first, JsonWriter json) {
        json.beginObject().field("id", id).field("type", OpenAiResponsesItem.MESSAGE);
        json.field("status", status).field("role", "assistant");
        OpenAiResponsesFields.writeItem(first, json);
    }

    /** Writes a call as it is known so far. */
    static void call(ToolCall call, String arguments, String id, String status, JsonWriter json) {
        boolean custom = call.kind() == ToolKind.CUSTOM;
        json.beginObject().field("id", id);
        json.field("type", custom ? OpenAiResponsesItem.CUSTOM_CALL : OpenAiResponsesItem.FUNCTION_CALL);
        json.field("status", status).field("call_id", call.id()).field("name", call.name());
        json.field(custom ? "input" : "arguments", arguments);
        OpenAiResponsesDialect.EXTENSIONS.writeOwn(call.extensions(), json);
        json.endObject();
    }
}
