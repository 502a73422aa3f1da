// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.dialect.StreamedParts;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.tool.ToolKind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A tool call; its arguments come in pieces, or whole at either end. It is told once its id and name are known. */
final class OpenAiResponsesOpenCall extends OpenAiResponsesOpenItem {
    private final String idSeed;
    private final StringBuilder pending = new StringBuilder(0);
    private int part = -1;
    private int told;
    private boolean ended;

    OpenAiResponsesOpenCall(StreamedParts parts, String idSeed) {
        super(parts);
        this.idSeed = idSeed;
    }

    @Override
    void begin(OpenAiResponsesItem item, Consumer<? super ChatEvent> out) {
        if (item.callId != null && !item.callId.isEmpty() && item.name != null && !item.name.isEmpty()) {
            start(item, item.callId, out);
        }
    }

    private void start(OpenAiResponsesItem item, String callId, Consumer<? super ChatEvent> out) {
        String arguments = item.arguments == null ? "" : item.arguments;
        if (arguments.length() < pending.length()) {
            arguments = pending.toString();
        }
        told = arguments.length();
        ToolKind kind = item.is(OpenAiResponsesItem.CUSTOM_CALL) ? ToolKind.CUSTOM : ToolKind.FUNCTION;
        String name = item.name == null ? "" : item.name;
        part = parts.start(new ToolCall(callId, kind, name, arguments, null, null, item.extensions()), out);
    }

    @Override
    void grow(OpenAiResponsesEvent event, Consumer<? super ChatEvent> out) {
        switch (event.type()) {
            case "response.function_call_arguments.delta", "response.custom_tool_call_input.delta" ->
                more(event.delta(), out);
            case "response.function_call_arguments.done", "response.custom_tool_call_input.done" ->
                more(rest(event.whole(), part < 0 ? pending.length() : told), out);
            default -> {}
        }
    }

    private void more(@Nullable String text, Consumer<? super ChatEvent> out) {
        if (text == null || text.isEmpty()) {
            return;
        }
        if (part < 0) {
            pending.append(text);
        } else {
            told += text.length();
            out.accept(new ChatEvent.ArgumentsDelta(0, part, text));
        }
    }

    @Override
    void complete(OpenAiResponsesItem item, Consumer<? super ChatEvent> out) {
        if (part < 0) {
            if (item.name == null || item.name.isEmpty()) {
                throw new ChatException(ChatError.of(ErrorKind.UPSTREAM, "The vendor sent a tool call without a name"));
            }
            String id = item.callId != null && !item.callId.isEmpty() ? item.callId : item.id;
            start(item, id != null && !id.isEmpty() ? id : "call_" + idSeed, out);
        } else {
            more(rest(item.arguments, told), out);
        }
    }

    @Override
    void end(Consumer<? super ChatEvent> out) {
        if (part < 0) {
            throw new ChatException(ChatError.of(ErrorKind.UPSTREAM, "The vendor sent a tool call without a name"));
        }
        if (!ended) {
            ended = true;
            parts.end(part, out);
        }
    }
}
