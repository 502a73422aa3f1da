// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEvent.ExtensionsAdded.Place;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the fragments of one choice into events. In a stream, text and thoughts go on until something else begins; in a whole
 * answer each chunk is a part. Tool calls stay open side by side, since hosted models interleave them.
 */
final class MistralChatChoiceDecoder {
    private final int choice;
    private final Origin origin;
    private final MistralChatToolSlots tools;
    private int nextPart;
    /** Number of the open text; -1 if none is open. */
    private int openText = -1;

    private @Nullable MistralChatOpenThought openThought;
    private @Nullable Signature nextSignature;
    private @Nullable String finishReason;

    MistralChatChoiceDecoder(int choice, Origin origin, String idSeed) {
        this.choice = choice;
        this.origin = origin;
        this.tools = new MistralChatToolSlots(choice, idSeed);
    }

    boolean isFinished() {
        return finishReason != null;
    }

    void accept(MistralChatFragment fragment, Consumer<? super ChatEvent> out) {
        for (MistralChatFragment.Piece piece : fragment.pieces) {
            if (piece.hosted != null) {
                single(piece.hosted, out);
            }
            if (piece.text != null && (!piece.text.isEmpty() || nextSignature != null)) {
                text(piece.text, out);
            }
            for (MistralChatChunk chunk : piece.chunks) {
                chunk(chunk, fragment.whole, out);
            }
            for (MistralChatToolCallDecoder call : piece.calls) {
                close(out);
                nextPart = tools.accept(call, nextPart, out);
            }
        }
        extensions(Place.MESSAGE, fragment.messageExtensions(), out);
        extensions(Place.CHOICE, fragment.choiceExtensions(), out);
        finishReason = fragment.finishReason != null ? fragment.finishReason : finishReason;
    }

    private void extensions(Place place, Extensions extensions, Consumer<? super ChatEvent> out) {
        if (!extensions.isEmpty()) {
            out.accept(new ChatEvent.ExtensionsAdded(place, choice, extensions));
        }
    }

    private void chunk(MistralChatChunk chunk, boolean whole, Consumer<? super ChatEvent> out) {
        if (chunk.isThinking()) {
            if (!isSignatureOfPart(chunk, out)) {
                if (whole) {
                    wholeThought(chunk, out);
                } else {
                    thought(chunk, out);
                }
            }
        } else if (!chunk.isText()) {
            single(chunk.part(), out);
        } else if (whole) {
            start(new Text(chunk.text(), List.of(), takeSignature(), null, chunk.extensions()), out);
            close(out);
        } else if (!chunk.extensions().isEmpty()) {
            start(new Text(chunk.text(), List.of(), takeSignature(), null, chunk.extensions()), out);
        } else if (!chunk.text().isEmpty() || nextSignature != null) {
            text(chunk.text(), out);
        }
    }

    /** Takes the signature of another part, for which thinking chunks are the only place. */
    private boolean isSignatureOfPart(MistralChatChunk chunk, Consumer<? super ChatEvent> out) {
        ReasoningSeal seal = ReasoningSeal.read(chunk.signature());
        Signature signature = seal == null ? null : seal.ofPart();
        if (seal == null || signature == null) {
            return false;
        }
        close(out);
        if (seal.call() != null) {
            tools.sign(seal.call(), signature);
        } else {
            nextSignature = signature;
        }
        return true;
    }

    private @Nullable Signature takeSignature() {
        Signature signature = nextSignature;
        nextSignature = null;
        return signature;
    }

    private void text(String text, Consumer<? super ChatEvent> out) {
        if (openText >= 0 && nextSignature == null) {
            out.accept(new ChatEvent.TextDelta(choice, openText, text));
        } else {
            start(new Text(text, List.of(), takeSignature(), null, Extensions.NONE), out);
        }
    }

    private void start(Text text, Consumer<? super ChatEvent> out) {
        close(out);
        openText = nextPart++;
        out.accept(new ChatEvent.PartStarted(choice, openText, text));
    }

    private void wholeThought(MistralChatChunk chunk, Consumer<? super ChatEvent> out) {
        List<Part> parts = new ArrayList<>(1);
        MistralChatThoughts.decode(chunk, origin, parts);
        parts.forEach(part -> single(part, out));
    }

    private void thought(MistralChatChunk chunk, Consumer<? super ChatEvent> out) {
        String signature = chunk.signature();
        boolean sealed = ReasoningSeal.isSeal(signature);
        ReasoningSeal seal = sealed ? ReasoningSeal.read(signature) : null;
        boolean began = openThought != null;
        if (chunk.thoughts().isEmpty()) {
            openThought(chunk, seal, false, out);
        }
        for (MistralChatThought thought : chunk.thoughts()) {
            if (thought.text() == null) {
                single(thought.part(), out);
            } else {
                openThought(chunk, seal, true, out).text(thought.text(), out);
            }
        }
        if (signature != null && !signature.isEmpty()) {
            MistralChatOpenThought open = openThought(chunk, seal, false, out);
            if (!sealed) {
                open.sign(signature, out);
            } else if (seal != null && (began || chunk.closed() != null)) {
                open.seal(seal, out);
            }
        }
        if (Boolean.TRUE.equals(chunk.closed())) {
            close(out);
        }
    }

    private MistralChatOpenThought openThought(
            MistralChatChunk chunk, @Nullable ReasoningSeal seal, boolean texted, Consumer<? super ChatEvent> out) {
        MistralChatOpenThought open = openThought;
        if (open == null) {
            close(out);
            open = MistralChatOpenThought.begin(choice, nextPart++, seal, texted, origin, chunk.extensions(), out);
            openThought = open;
        }
        return open;
    }

    /** Tells a part that comes whole. */
    private void single(Part part, Consumer<? super ChatEvent> out) {
        close(out);
        int index = nextPart++;
        out.accept(new ChatEvent.PartStarted(choice, index, part));
        out.accept(new ChatEvent.PartEnded(choice, index));
    }

    private void close(Consumer<? super ChatEvent> out) {
        if (openText >= 0) {
            out.accept(new ChatEvent.PartEnded(choice, openText));
            openText = -1;
        }
        if (openThought != null) {
            openThought.end(out);
            openThought = null;
        }
    }

    /** Closes what is open and tells why the choice ended. */
    void finish(Consumer<? super ChatEvent> out) {
        close(out);
        tools.closeAll(out);
        FinishReason reason = finishReason == null
                ? FinishReason.of(FinishReason.Kind.OTHER, null)
                : MistralChatFinishReasons.decode(finishReason, tools.any());
        out.accept(new ChatEvent.ChoiceFinished(choice, reason));
    }
}
