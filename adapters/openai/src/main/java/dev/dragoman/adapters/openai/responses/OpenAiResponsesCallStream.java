// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.tool.ToolKind;

/** A tool call of a stream. */
final class OpenAiResponsesCallStream extends OpenAiResponsesItemStream {
    private final ToolCall call;
    private final String path;
    private final boolean custom;
    private final StringBuilder arguments = new StringBuilder();

    OpenAiResponsesCallStream(ToolCall call, String path, OpenAiResponsesEventWriter writer, String id, Losses losses) {
        super(writer, id, losses);
        this.call = call;
        this.path = path;
        custom = call.kind() == ToolKind.CUSTOM;
    }

    private String kind(String stage) {
        return (custom ? "response.custom_tool_call_input." : "response.function_call_arguments.") + stage;
    }

    @Override
    void begin() {
        writer.added(index, json -> OpenAiResponsesOutputItems.call(call, "", id, "in_progress", json));
        add(call.arguments());
    }

    private void add(String text) {
        if (!text.isEmpty()) {
            arguments.append(text);
            writer.delta(kind("delta"), text, this::place);
        }
    }

    @Override
    void grow(ChatEvent event) {
        if (event instanceof ChatEvent.ArgumentsDelta delta) {
            add(delta.text());
        }
    }

    @Override
    void close(String status) {
        if (!custom && arguments.toString().isBlank()) {
            losses.add(
                    LossKind.DEFAULTED,
                    Severity.NOTE,
                    path + ".arguments",
                    "arguments are the text of an object; it is empty");
            add("{}");
        }
        String whole = arguments.toString();
        writer.event(kind("done"), json -> {
            place(json);
            json.field(custom ? "input" : "arguments", whole);
        });
        writer.done(index, json -> OpenAiResponsesOutputItems.call(call, whole, id, status, json));
    }
}
