// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.dialect.StreamedParts;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.TopLevelEdit;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ObjectArguments;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A block without a canonical form: told when it is whole. */
final class AnthropicMessagesOpenWhole extends AnthropicMessagesOpenBlock {
    private final Opaque opaque;
    private final StringBuilder input = new StringBuilder();
    private final Map<String, RawJson> changes = new LinkedHashMap<>(0);

    AnthropicMessagesOpenWhole(Opaque opaque) {
        this.opaque = opaque;
    }

    @Override
    void begin(StreamedParts parts, Consumer<? super ChatEvent> out) {}

    @Override
    void grow(AnthropicMessagesDelta delta, StreamedParts parts, Consumer<? super ChatEvent> out) {
        if (delta.partialJson != null) {
            input.append(delta.partialJson);
        }
        changes.putAll(delta.unknown);
    }

    @Override
    void end(StreamedParts parts, Consumer<? super ChatEvent> out) {
        if (!input.isEmpty()) {
            changes.put("input", ObjectArguments.encode(input.toString()));
        }
        Opaque whole = changes.isEmpty()
                ? opaque
                : new Opaque(
                        opaque.dialect(),
                        opaque.type(),
                        RawJson.parse(TopLevelEdit.set(opaque.json().toBytes(), changes)));
        start(whole, parts, out);
        super.end(parts, out);
    }
}
