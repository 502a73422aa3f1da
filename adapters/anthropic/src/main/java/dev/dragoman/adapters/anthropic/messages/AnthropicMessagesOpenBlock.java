// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.TopLevelEdit;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ObjectArguments;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A content block of a stream between its start and its stop. */
abstract class AnthropicMessagesOpenBlock {
    /** Number of this block's part; -1 before it began. */
    private int index = -1;

    /** Numbers parts and remembers what is meant for the next one. */
    static final class Parts {
        private int next;
        private boolean calls;
        private @Nullable Signature signatureOfNext;

        boolean hasCalls() {
            return calls;
        }
    }

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
            return new Call(call);
        } else if (part instanceof Reasoning thought && thought.encrypted() == null) {
            return new Thought(thought, block.isSealed() && thought.text() == null);
        } else if (part instanceof Opaque opaque) {
            return new Whole(opaque);
        }
        return new Words(part);
    }

    abstract void begin(Parts parts, Consumer<? super ChatEvent> out);

    abstract void grow(AnthropicMessagesDelta delta, Parts parts, Consumer<? super ChatEvent> out);

    void end(Parts parts, Consumer<? super ChatEvent> out) {
        out.accept(new ChatEvent.PartEnded(0, index));
    }

    final void start(Part part, Parts parts, Consumer<? super ChatEvent> out) {
        index = parts.next++;
        parts.calls |= part instanceof ToolCall;
        Part begun = part;
        Signature signature = parts.signatureOfNext;
        if (signature != null && (part instanceof Text || part instanceof ToolCall)) {
            begun = AnthropicMessagesBlock.signed(part, signature);
            parts.signatureOfNext = null;
        }
        out.accept(new ChatEvent.PartStarted(0, index, begun));
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
        void begin(Parts parts, Consumer<? super ChatEvent> out) {
            start(part, parts, out);
        }

        @Override
        void grow(AnthropicMessagesDelta delta, Parts parts, Consumer<? super ChatEvent> out) {
            if (delta.text != null && !delta.text.isEmpty() && part instanceof Text) {
                out.accept(new ChatEvent.TextDelta(0, index(), delta.text));
            }
            if (delta.citation != null && part instanceof Text) {
                out.accept(new ChatEvent.CitationAdded(0, index(), delta.citation));
            }
        }
    }

    /** A tool call; its arguments come in pieces. */
    private static final class Call extends AnthropicMessagesOpenBlock {
        private static final String WRAPPER = ObjectArguments.WRAPPED;

        private final ToolCall call;
        private final StringBuilder held = new StringBuilder();
        private boolean passing;

        Call(ToolCall call) {
            this.call = call;
        }

        @Override
        void begin(Parts parts, Consumer<? super ChatEvent> out) {
            start(call.withArguments(""), parts, out);
        }

        /** Pieces pass as they come, unless they begin like wrapped text. */
        @Override
        void grow(AnthropicMessagesDelta delta, Parts parts, Consumer<? super ChatEvent> out) {
            String piece = delta.partialJson;
            if (piece == null || piece.isEmpty()) {
                return;
            }
            if (passing) {
                out.accept(new ChatEvent.ArgumentsDelta(0, index(), piece));
                return;
            }
            held.append(piece);
            int common = Math.min(held.length(), WRAPPER.length());
            if (!WRAPPER.startsWith(held.substring(0, common))) {
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
                // Some vendors tell all arguments at the start.
                return call.arguments();
            }
            try {
                return ObjectArguments.decode(RawJson.parse(held.toString()));
            } catch (IllegalArgumentException e) {
                return held.toString();
            }
        }
    }

    /** Thinking: text first, what seals it last. */
    private static final class Thought extends AnthropicMessagesOpenBlock {
        private final Reasoning opening;
        /** Where a seal at the start says that the block shows summaries, its text is none of the reasoning. */
        private final boolean displayOnly;

        Thought(Reasoning opening, boolean displayOnly) {
            this.opening = opening;
            this.displayOnly = displayOnly;
        }

        @Override
        void begin(Parts parts, Consumer<? super ChatEvent> out) {
            start(opening, parts, out);
        }

        @Override
        void grow(AnthropicMessagesDelta delta, Parts parts, Consumer<? super ChatEvent> out) {
            if (delta.thinking != null && !delta.thinking.isEmpty() && !displayOnly) {
                out.accept(new ChatEvent.ReasoningDelta(0, index(), delta.thinking));
            }
            if (delta.signature == null || delta.signature.isEmpty()) {
                return;
            }
            ReasoningSeal seal = ReasoningSeal.read(delta.signature);
            if (seal == null) {
                if (!ReasoningSeal.isSeal(delta.signature)) {
                    out.accept(new ChatEvent.ReasoningSealed(0, index(), delta.signature, null));
                }
                return;
            }
            for (int i = 0; i < seal.summary().size(); i++) {
                out.accept(new ChatEvent.ReasoningSummaryDelta(
                        0, index(), i, seal.summary().get(i)));
            }
            if (seal.signature() != null || seal.encrypted() != null) {
                out.accept(new ChatEvent.ReasoningSealed(0, index(), seal.signature(), seal.encrypted()));
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
        void begin(Parts parts, Consumer<? super ChatEvent> out) {
            parts.signatureOfNext = signature;
        }

        @Override
        void grow(AnthropicMessagesDelta delta, Parts parts, Consumer<? super ChatEvent> out) {}

        @Override
        void end(Parts parts, Consumer<? super ChatEvent> out) {}
    }

    /** A block without a canonical form: told when it is whole. */
    private static final class Whole extends AnthropicMessagesOpenBlock {
        private final Opaque opaque;
        private final StringBuilder input = new StringBuilder();
        private final Map<String, RawJson> changes = new LinkedHashMap<>(0);

        Whole(Opaque opaque) {
            this.opaque = opaque;
        }

        @Override
        void begin(Parts parts, Consumer<? super ChatEvent> out) {}

        @Override
        void grow(AnthropicMessagesDelta delta, Parts parts, Consumer<? super ChatEvent> out) {
            if (delta.partialJson != null) {
                input.append(delta.partialJson);
            }
            changes.putAll(delta.unknown);
        }

        @Override
        void end(Parts parts, Consumer<? super ChatEvent> out) {
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
}
