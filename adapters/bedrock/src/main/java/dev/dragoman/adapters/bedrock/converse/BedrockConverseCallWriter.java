// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.ObjectArguments;

/** A {@code toolUse} block of a stream. */
final class BedrockConverseCallWriter extends BedrockConverseBlockWriter {
    private final ToolCall call;
    private final StringBuilder arguments = new StringBuilder();

    BedrockConverseCallWriter(ToolCall call, BedrockConverseEventWriter writer, String path, Losses losses) {
        super(writer, path, losses);
        this.call = call;
    }

    @Override
    void begin() {
        carry(call.signature());
        writer.beginBlock();
        writer.start(json -> {
            json.beginObject("toolUse").field("toolUseId", call.id()).field("name", call.name());
            BedrockConverseDialect.EXTENSIONS.writeOwn(call.extensions(), json);
            json.endObject();
        });
        piece(call.arguments());
    }

    private void piece(String piece) {
        if (piece.isEmpty()) {
            return;
        }
        // Free text is no JSON: it is wrapped when it is whole.
        if (call.kind() == ToolKind.FUNCTION) {
            input(piece);
        }
        arguments.append(piece);
    }

    private void input(String piece) {
        writer.delta(json -> json.beginObject("toolUse").field("input", piece).endObject());
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
            input(ObjectArguments.wrap(arguments.toString()).toString());
        } else if (arguments.toString().isBlank()) {
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, path + ".arguments", "no arguments are an empty object");
        }
        writer.stop();
    }
}
