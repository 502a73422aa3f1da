// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.tool.ToolKind;

/** Tool calls of answers, which clients of this dialect get whole. Ids are kept as they are: clients take any. */
final class MistralChatReplyCalls {
    private MistralChatReplyCalls() {}

    /** Writes the call of this number within its message. */
    static void encode(ToolCall call, int number, JsonWriter json) {
        json.beginObject().field("id", call.id()).field("type", "function");
        MistralChatMessageEncoder.function(functional(call), json);
        json.field("index", (Integer) number);
        MistralChatDialect.EXTENSIONS.writeOwn(call.extensions(), json);
        json.endObject();
    }

    private static ToolCall functional(ToolCall call) {
        return call.kind() == ToolKind.FUNCTION
                ? call
                : call.withArguments("{\"input\":" + RawJson.string(call.arguments()) + "}");
    }
}
