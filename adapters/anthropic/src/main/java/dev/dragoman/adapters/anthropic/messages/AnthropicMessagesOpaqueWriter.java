// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.TopLevelEdit;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.event.ChatEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A block of a stream that is passed on as it is. Where it has an input, that comes as a delta: the SDKs take it from there. */
final class AnthropicMessagesOpaqueWriter extends AnthropicMessagesBlockWriter {
    private final Opaque opaque;

    AnthropicMessagesOpaqueWriter(
            Opaque opaque,
            AnthropicMessagesEventWriter writer,
            AnthropicMessagesReplyFitter fitter,
            String path,
            Losses losses) {
        super(writer, fitter, path, losses);
        this.opaque = opaque;
    }

    @Override
    void begin() {
        RawJson input = opaque.type().endsWith("tool_use") ? input() : null;
        if (input == null) {
            startBlock(opaque.json());
            return;
        }
        startBlock(RawJson.parse(TopLevelEdit.set(opaque.json().toBytes(), Map.of("input", RawJson.EMPTY_OBJECT))));
        delta("input_json_delta", "partial_json", input.toString());
    }

    private @Nullable RawJson input() {
        if (!opaque.json().isObject()) {
            return null;
        }
        try (JsonReader in = opaque.json().reader()) {
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("input")) {
                    RawJson input = in.raw();
                    return input.isObject() ? input : null;
                }
                in.skip();
            }
        }
        return null;
    }

    @Override
    void grow(ChatEvent event) {}

    @Override
    void end() {
        stopBlock();
    }
}
