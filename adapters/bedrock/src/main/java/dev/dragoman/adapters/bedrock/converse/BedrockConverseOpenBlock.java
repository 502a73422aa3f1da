// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.StreamedParts;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A content block of a stream between its start, or its first delta, and its stop. */
abstract class BedrockConverseOpenBlock {
    /** Number of this block's part; -1 before it began. */
    private int index = -1;

    /** The block that a {@code contentBlockStart} opens; {@code null} if its first delta will tell. */
    static @Nullable BedrockConverseOpenBlock ofStart(RawJson start, Origin origin) {
        if (!start.isObject()) {
            return null;
        }
        try (JsonReader in = JsonReader.reply(start)) {
            in.beginObject();
            while (in.nextField()) {
                if (in.isNull()) {
                    continue;
                }
                String type = in.name();
                RawJson value = in.raw();
                if (type.equals("reasoningContent")) {
                    return BedrockConverseOpenThought.ofStart(value, origin);
                }
                ToolCall call = type.equals("toolUse") ? call(value) : null;
                return call == null
                        ? new BedrockConverseOpenWhole(type, value, origin)
                        : new BedrockConverseOpenCall(call);
            }
        }
        return null;
    }

    private static @Nullable ToolCall call(RawJson value) {
        try (JsonReader in = JsonReader.reply(value)) {
            return BedrockConverseToolBlocks.call(in);
        }
    }

    /** The block that a delta opens; {@code null} if it opens none. */
    static @Nullable BedrockConverseOpenBlock ofDelta(BedrockConverseDelta delta, StreamedParts parts) {
        if (delta.isReasoning()) {
            ReasoningSeal seal = ReasoningSeal.read(delta.signature);
            if (seal != null && seal.next() && seal.signature() != null) {
                return new Carrier(new Signature(seal.signature(), seal.origin()));
            }
            return BedrockConverseOpenThought.of(parts.origin());
        }
        if (delta.toolResult != null) {
            return new BedrockConverseOpenWhole("toolResult", RawJson.EMPTY_OBJECT, parts.origin());
        }
        if (delta.image != null) {
            return new BedrockConverseOpenWhole("image", RawJson.EMPTY_OBJECT, parts.origin());
        }
        boolean empty = delta.citation == null && delta.text != null && delta.text.isEmpty();
        // An empty text says nothing, unless something is attached to it.
        boolean words = delta.isText() && (!empty || parts.hasSignature());
        return words ? new Words() : null;
    }

    /** Whether this delta belongs to a block of this kind. */
    abstract boolean takes(BedrockConverseDelta delta);

    abstract void begin(StreamedParts parts, Consumer<? super ChatEvent> out);

    abstract void grow(BedrockConverseDelta delta, StreamedParts parts, Consumer<? super ChatEvent> out);

    void end(StreamedParts parts, Consumer<? super ChatEvent> out) {
        parts.end(index, out);
    }

    final void start(Part part, StreamedParts parts, Consumer<? super ChatEvent> out) {
        index = parts.start(part, out);
    }

    final int index() {
        return index;
    }

    /** Text with its citations. */
    private static final class Words extends BedrockConverseOpenBlock {
        @Override
        boolean takes(BedrockConverseDelta delta) {
            return !delta.isReasoning() && delta.toolResult == null && delta.image == null && delta.input == null;
        }

        @Override
        void begin(StreamedParts parts, Consumer<? super ChatEvent> out) {
            start(Text.of(""), parts, out);
        }

        @Override
        void grow(BedrockConverseDelta delta, StreamedParts parts, Consumer<? super ChatEvent> out) {
            if (delta.text != null && !delta.text.isEmpty()) {
                out.accept(new ChatEvent.TextDelta(0, index(), delta.text));
            }
            if (delta.citation != null) {
                out.accept(new ChatEvent.CitationAdded(0, index(), delta.citation));
            }
        }
    }

    /** A block that carries the signature of the part behind it. */
    private static final class Carrier extends BedrockConverseOpenBlock {
        private final Signature signature;

        Carrier(Signature signature) {
            this.signature = signature;
        }

        @Override
        boolean takes(BedrockConverseDelta delta) {
            return !delta.isText() && delta.input == null;
        }

        @Override
        void begin(StreamedParts parts, Consumer<? super ChatEvent> out) {
            parts.signNext(signature);
        }

        @Override
        void grow(BedrockConverseDelta delta, StreamedParts parts, Consumer<? super ChatEvent> out) {}

        @Override
        void end(StreamedParts parts, Consumer<? super ChatEvent> out) {}
    }
}
