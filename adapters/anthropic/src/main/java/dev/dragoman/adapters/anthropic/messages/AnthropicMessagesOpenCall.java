// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.dialect.StreamedParts;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.StreamedCall;
import java.util.function.Consumer;

/** A tool call of a stream; its arguments come in pieces, or not at all. */
final class AnthropicMessagesOpenCall extends AnthropicMessagesOpenBlock {
    private final StreamedCall call;

    AnthropicMessagesOpenCall(ToolCall call) {
        this.call = new StreamedCall(call);
    }

    @Override
    void begin(StreamedParts parts, Consumer<? super ChatEvent> out) {
        start(call.opening(), parts, out);
    }

    @Override
    void grow(AnthropicMessagesDelta delta, StreamedParts parts, Consumer<? super ChatEvent> out) {
        call.grow(index(), delta.partialJson, out);
    }

    /** Some vendors tell all arguments at the start. */
    @Override
    void end(StreamedParts parts, Consumer<? super ChatEvent> out) {
        call.end(index(), out);
        super.end(parts, out);
    }
}
