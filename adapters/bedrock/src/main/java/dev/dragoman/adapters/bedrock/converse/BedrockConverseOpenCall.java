// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ObjectArguments;
import java.util.function.Consumer;

/** A tool call of a stream; its arguments come in pieces, or not at all. */
final class BedrockConverseOpenCall extends BedrockConverseOpenBlock {
    private final ToolCall call;
    private final StringBuilder held = new StringBuilder();
    private boolean passing;

    BedrockConverseOpenCall(ToolCall call) {
        this.call = call;
    }

    @Override
    boolean takes(BedrockConverseDelta delta) {
        return !delta.isText() && !delta.isReasoning();
    }

    @Override
    void begin(Parts parts, Consumer<? super ChatEvent> out) {
        start(call.withArguments(""), parts, out);
    }

    /** Pieces pass as they come, unless they begin like wrapped text. */
    @Override
    void grow(BedrockConverseDelta delta, Parts parts, Consumer<? super ChatEvent> out) {
        String piece = delta.input;
        if (piece == null || piece.isEmpty()) {
            return;
        }
        if (passing) {
            out.accept(new ChatEvent.ArgumentsDelta(0, index(), piece));
            return;
        }
        held.append(piece);
        int common = Math.min(held.length(), ObjectArguments.WRAPPED.length());
        if (!ObjectArguments.WRAPPED.startsWith(held.substring(0, common))) {
            passing = true;
            out.accept(new ChatEvent.ArgumentsDelta(0, index(), held.toString()));
        }
    }

    @Override
    void end(Parts parts, Consumer<? super ChatEvent> out) {
        if (!passing) {
            out.accept(new ChatEvent.ArgumentsDelta(0, index(), rest()));
        }
        super.end(parts, out);
    }

    private String rest() {
        if (held.isEmpty()) {
            // Some models tell all arguments at the start.
            return call.arguments();
        }
        try {
            return ObjectArguments.decode(RawJson.parse(held.toString()));
        } catch (IllegalArgumentException e) {
            return held.toString();
        }
    }
}
