// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.dialect.StreamedParts;
import dev.dragoman.model.event.ChatEvent;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An item of an answer's output between its beginning and its end. */
abstract class OpenAiResponsesOpenItem {
    final StreamedParts parts;
    private boolean closed;

    OpenAiResponsesOpenItem(StreamedParts parts) {
        this.parts = parts;
    }

    /** The open item of what its beginning says. */
    static OpenAiResponsesOpenItem of(OpenAiResponsesItem item, StreamedParts parts, String idSeed) {
        if (item.is(OpenAiResponsesItem.MESSAGE) || item.type == null) {
            return new OpenAiResponsesOpenMessage(item, parts);
        } else if (item.isCall()) {
            return new OpenAiResponsesOpenCall(parts, idSeed);
        } else if (item.is(OpenAiResponsesItem.REASONING)) {
            return new OpenAiResponsesOpenThought(parts);
        }
        return new OpenAiResponsesOpenOpaque(parts);
    }

    final boolean isClosed() {
        return closed;
    }

    /** Tells what the beginning says. */
    abstract void begin(OpenAiResponsesItem item, Consumer<? super ChatEvent> out);

    /** Takes an event about this item. */
    abstract void grow(OpenAiResponsesEvent event, Consumer<? super ChatEvent> out);

    /** Tells what the whole item says and was not told before. */
    abstract void complete(OpenAiResponsesItem item, Consumer<? super ChatEvent> out);

    /** Ends what is open. */
    abstract void end(Consumer<? super ChatEvent> out);

    /** Tells the end of the item, of which the whole may be known. */
    final void close(@Nullable OpenAiResponsesItem whole, Consumer<? super ChatEvent> out) {
        if (!closed) {
            closed = true;
            if (whole != null) {
                complete(whole, out);
            }
            end(out);
        }
    }

    /** What of a text was not told yet; empty if all was, or if it is another text. */
    static String rest(@Nullable String whole, int told) {
        return whole == null || whole.length() <= told ? "" : whole.substring(told);
    }
}
