// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.Tool;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes out what says the same as nothing. The API's defaults are the opposite of every other dialect's ("Create a model response",
 * {@code store} and {@code strict}), so that what a request leaves open is said: not kept, and schemas as they are. Reasoning of
 * the vendor's own says by its encrypted content which model made it, and not by a name.
 */
final class OpenAiResponsesDefaults {
    private OpenAiResponsesDefaults() {}

    static ChatRequest of(ChatRequest request) {
        List<Message> messages = new ArrayList<>();
        for (Message message : request.messages()) {
            List<Part> parts = new ArrayList<>();
            message.parts().forEach(part -> parts.add(part instanceof Reasoning thought ? bare(thought) : part));
            messages.add(new Message(message.role(), parts, message.name(), message.extensions()));
        }
        List<Tool> tools = new ArrayList<>();
        request.tools().forEach(tool -> tools.add(tool instanceof FunctionTool function ? bare(function) : tool));
        return request.toBuilder()
                .messages(messages)
                .tools(tools)
                .store(Boolean.TRUE.equals(request.store()) ? Boolean.TRUE : null)
                .build();
    }

    private static FunctionTool bare(FunctionTool tool) {
        return new FunctionTool(
                tool.name(),
                tool.description(),
                tool.parameters(),
                Boolean.TRUE.equals(tool.strict()) ? Boolean.TRUE : null,
                tool.cache(),
                tool.extensions());
    }

    private static Reasoning bare(Reasoning thought) {
        Origin origin = thought.origin();
        boolean own = origin != null && origin.vendor().equals(OpenAiResponsesDialect.ID);
        return new Reasoning(
                thought.text(),
                thought.summary(),
                thought.signature(),
                thought.encrypted(),
                thought.id(),
                own ? new Origin(OpenAiResponsesDialect.ID, null) : origin,
                thought.extensions());
    }
}
