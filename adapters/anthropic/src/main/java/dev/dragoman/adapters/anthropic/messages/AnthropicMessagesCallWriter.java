// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.ObjectArguments;

/** A {@code tool_use} block of a stream. At least one piece of arguments comes, if an empty one: an SDK demands it. */
final class AnthropicMessagesCallWriter extends AnthropicMessagesBlockWriter {
    private final ToolCall call;
    private final StringBuilder arguments = new StringBuilder();

    AnthropicMessagesCallWriter(
            ToolCall call,
            AnthropicMessagesEventWriter writer,
            AnthropicMessagesReplyFitter fitter,
            String path,
            Losses losses) {
        super(writer, fitter, path, losses);
        this.call = call;
    }

    @Override
    void begin() {
        carry(call.signature());
        startBlock(json -> {
            json.field("type", "tool_use").field("id", call.id()).field("name", call.name());
            json.field("input", RawJson.EMPTY_OBJECT);
            AnthropicMessagesResponseEncoder.caller(call.extensions(), json);
            AnthropicMessagesDialect.EXTENSIONS.writeOwn(call.extensions(), json);
        });
        delta("input_json_delta", "partial_json", "");
        piece(call.arguments());
    }

    private void piece(String piece) {
        if (piece.isEmpty()) {
            return;
        }
        arguments.append(piece);
        // Free text is no JSON: it is wrapped when it is whole.
        if (call.kind() == ToolKind.FUNCTION) {
            delta("input_json_delta", "partial_json", piece);
        }
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
            delta(
                    "input_json_delta",
                    "partial_json",
                    ObjectArguments.wrap(arguments.toString()).toString());
        } else if (arguments.toString().isBlank()) {
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, path + ".arguments", "no arguments are an empty object");
        }
        stopBlock();
    }
}
