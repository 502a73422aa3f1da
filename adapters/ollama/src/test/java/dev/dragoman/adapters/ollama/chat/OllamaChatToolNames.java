// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the names of tools off results, where the call that they answer says the same. */
final class OllamaChatToolNames {
    private OllamaChatToolNames() {}

    static ChatRequest withoutThoseOfCalls(ChatRequest request) {
        Map<String, String> called = new HashMap<>();
        List<Message> messages = new ArrayList<>();
        for (Message message : request.messages()) {
            List<Part> parts = new ArrayList<>();
            for (Part part : message.parts()) {
                if (part instanceof ToolCall call) {
                    called.put(call.id(), call.name());
                }
                parts.add(part instanceof ToolResult result ? bare(result, called) : part);
            }
            messages.add(new Message(message.role(), parts, message.name(), message.extensions()));
        }
        return request.toBuilder().messages(messages).build();
    }

    private static ToolResult bare(ToolResult result, Map<String, String> called) {
        String name = result.name();
        return name == null || !name.equals(called.get(result.callId()))
                ? result
                : new ToolResult(
                        result.callId(), null, result.content(), result.error(), result.cache(), result.extensions());
    }
}
