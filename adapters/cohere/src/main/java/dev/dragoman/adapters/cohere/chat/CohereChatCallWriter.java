// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.tool.ToolKind;

/** A tool call of a stream. */
final class CohereChatCallWriter extends CohereChatPartWriter {
    private final ToolCall call;
    private final CohereChatEventWriter writer;
    private final StringBuilder freeText = new StringBuilder(0);
    private int index;
    private boolean argued;

    CohereChatCallWriter(ToolCall call, CohereChatEventWriter writer) {
        this.call = call;
        this.writer = writer;
    }

    @Override
    void begin() {
        index = writer.nextCall();
        writer.piece("tool-call-start", index, json -> {
            json.beginObject("tool_calls").field("id", call.id()).field("type", "function");
            json.beginObject("function").field("name", call.name()).field("arguments", "");
            CohereChatDialect.EXTENSIONS.writeNested(call.extensions(), "function", json);
            json.endObject();
            CohereChatSeal.write(CohereChatSeal.of(call.signature()), json);
            CohereChatDialect.EXTENSIONS.writeOwn(call.extensions(), json);
            json.endObject();
        });
        piece(call.arguments());
    }

    private void piece(String piece) {
        if (piece.isEmpty()) {
            return;
        }
        if (call.kind() == ToolKind.CUSTOM) {
            // Free text is no JSON: it is wrapped when it is whole.
            freeText.append(piece);
        } else {
            argue(piece);
        }
    }

    private void argue(String piece) {
        argued |= !piece.isBlank();
        writer.event("tool-call-delta", json -> {
            json.field("index", (Integer) index).beginObject("delta").beginObject("message");
            json.beginObject("tool_calls").beginObject("function").field("arguments", piece);
            json.endObject().endObject().endObject().endObject();
        });
    }

    @Override
    void grow(ChatEvent event) {
        if (event instanceof ChatEvent.ArgumentsDelta delta) {
            piece(delta.text());
        }
    }

    @Override
    void end() {
        if (call.kind() == ToolKind.CUSTOM) {
            argue(CohereChatArguments.wrap(freeText.toString()));
        } else if (!argued) {
            argue(CohereChatArguments.NONE);
        }
        writer.stop("tool-call-end", index);
    }
}
