// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.dialect.StreamedParts;
import dev.dragoman.json.JsonReader;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import java.util.function.Consumer;

/** A content block of a stream between its start and its stop. */
abstract class AnthropicMessagesOpenBlock {
    /** Number of this block's part; -1 before it began. */
    private int index = -1;

    /** The open block of what its start says. */
    static AnthropicMessagesOpenBlock of(AnthropicMessagesBlock block, JsonReader in) {
        Signature next = block.signatureOfNext();
        if (next != null) {
            return new Carrier(next);
        }
        Part part = block.part(in);
        if (part instanceof Text text) {
            return new Words(text);
        } else if (part instanceof ToolCall call) {
            return new AnthropicMessagesOpenCall(call);
        } else if (part instanceof Reasoning thought && thought.encrypted() == null) {
            return new AnthropicMessagesOpenThought(thought, block.isSealed() && thought.text() == null);
        } else if (part instanceof Opaque opaque) {
            return new AnthropicMessagesOpenWhole(opaque);
        }
        return new Words(part);
    }

    abstract void begin(StreamedParts parts, Consumer<? super ChatEvent> out);

    abstract void grow(AnthropicMessagesDelta delta, StreamedParts parts, Consumer<? super ChatEvent> out);

    void end(StreamedParts parts, Consumer<? super ChatEvent> out) {
        parts.end(index, out);
    }

    final void start(Part part, StreamedParts parts, Consumer<? super ChatEvent> out) {
        index = parts.start(part, out);
    }

    final int index() {
        return index;
    }

    /** Text, and whatever comes whole. */
    private static final class Words extends AnthropicMessagesOpenBlock {
        private final Part part;

        Words(Part part) {
            this.part = part;
        }

        @Override
        void begin(StreamedParts parts, Consumer<? super ChatEvent> out) {
            start(part, parts, out);
        }

        @Override
        void grow(AnthropicMessagesDelta delta, StreamedParts parts, Consumer<? super ChatEvent> out) {
            if (delta.text != null && !delta.text.isEmpty() && part instanceof Text) {
                out.accept(new ChatEvent.TextDelta(0, index(), delta.text));
            }
            if (delta.citation != null && part instanceof Text) {
                out.accept(new ChatEvent.CitationAdded(0, index(), delta.citation));
            }
        }
    }

    /** A block that carries the signature of the part behind it. */
    private static final class Carrier extends AnthropicMessagesOpenBlock {
        private final Signature signature;

        Carrier(Signature signature) {
            this.signature = signature;
        }

        @Override
        void begin(StreamedParts parts, Consumer<? super ChatEvent> out) {
            parts.signNext(signature);
        }

        @Override
        void grow(AnthropicMessagesDelta delta, StreamedParts parts, Consumer<? super ChatEvent> out) {}

        @Override
        void end(StreamedParts parts, Consumer<? super ChatEvent> out) {}
    }
}
