// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.StreamedParts;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.StreamedArguments;
import java.util.function.Consumer;

/** A tool call of a stream; its arguments come in pieces, or not at all. */
final class BedrockConverseOpenCall extends BedrockConverseOpenBlock {
    private final ToolCall call;
    private final StreamedArguments arguments = new StreamedArguments();

    BedrockConverseOpenCall(ToolCall call) {
        this.call = call;
    }

    @Override
    boolean takes(BedrockConverseDelta delta) {
        return !delta.isText() && !delta.isReasoning();
    }

    @Override
    void begin(StreamedParts parts, Consumer<? super ChatEvent> out) {
        start(call.withArguments(""), parts, out);
    }

    @Override
    void grow(BedrockConverseDelta delta, StreamedParts parts, Consumer<? super ChatEvent> out) {
        if (delta.input != null) {
            tell(arguments.take(delta.input), out);
        }
    }

    /** Some models tell all arguments at the start. */
    @Override
    void end(StreamedParts parts, Consumer<? super ChatEvent> out) {
        tell(arguments.rest(call.arguments()), out);
        super.end(parts, out);
    }

    private void tell(String piece, Consumer<? super ChatEvent> out) {
        if (!piece.isEmpty()) {
            out.accept(new ChatEvent.ArgumentsDelta(0, index(), piece));
        }
    }
}
