// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.dialect.StreamedParts;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.event.ChatEvent;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An item without a canonical form, such as a call of a hosted tool: told when it is whole. */
final class OpenAiResponsesOpenOpaque extends OpenAiResponsesOpenItem {
    private @Nullable OpenAiResponsesItem last;

    OpenAiResponsesOpenOpaque(StreamedParts parts) {
        super(parts);
    }

    @Override
    void begin(OpenAiResponsesItem item, Consumer<? super ChatEvent> out) {
        last = item;
    }

    @Override
    void grow(OpenAiResponsesEvent event, Consumer<? super ChatEvent> out) {
        // The vendor is at work.
        out.accept(new ChatEvent.Heartbeat());
    }

    @Override
    void complete(OpenAiResponsesItem item, Consumer<? super ChatEvent> out) {
        last = item;
    }

    @Override
    void end(Consumer<? super ChatEvent> out) {
        if (last != null) {
            parts.whole(new Opaque(OpenAiResponsesDialect.ID, String.valueOf(last.type), last.raw), out);
        }
    }
}
