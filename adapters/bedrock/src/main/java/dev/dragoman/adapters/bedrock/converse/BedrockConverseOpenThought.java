// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.StreamedParts;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reasoning of a stream: text first, what seals it last. A stream of ours may say at its start where it is from. */
final class BedrockConverseOpenThought extends BedrockConverseOpenBlock {
    private final Reasoning opening;
    /** Where a seal at the start says that the block shows summaries, its text is none of the reasoning. */
    private final boolean displayOnly;

    private @Nullable String redacted;

    private BedrockConverseOpenThought(Reasoning opening, boolean displayOnly) {
        this.opening = opening;
        this.displayOnly = displayOnly;
    }

    /** Reasoning of this origin. */
    static BedrockConverseOpenThought of(Origin origin) {
        Reasoning opening = new Reasoning(null, List.of(), null, null, null, origin, Extensions.NONE);
        return new BedrockConverseOpenThought(opening, false);
    }

    /** Reasoning whose start tells its origin. */
    static BedrockConverseOpenThought ofStart(RawJson start, Origin origin) {
        ReasoningSeal seal = null;
        if (start.isObject()) {
            try (JsonReader in = JsonReader.reply(start)) {
                in.beginObject();
                while (in.nextField()) {
                    if (in.name().equals("signature") && in.isString()) {
                        seal = ReasoningSeal.read(in.string());
                    } else {
                        in.skip();
                    }
                }
            }
        }
        return seal == null
                ? of(origin)
                : new BedrockConverseOpenThought(seal.reasoning("", Extensions.NONE), !seal.shown());
    }

    @Override
    boolean takes(BedrockConverseDelta delta) {
        return !delta.isText() && delta.input == null && delta.toolResult == null && delta.image == null;
    }

    @Override
    void begin(StreamedParts parts, Consumer<? super ChatEvent> out) {
        start(opening, parts, out);
    }

    @Override
    void grow(BedrockConverseDelta delta, StreamedParts parts, Consumer<? super ChatEvent> out) {
        if (delta.thinking != null && !delta.thinking.isEmpty() && !displayOnly) {
            out.accept(new ChatEvent.ReasoningDelta(0, index(), delta.thinking));
        }
        if (delta.redacted != null && !delta.redacted.isEmpty()) {
            redacted = redacted == null ? delta.redacted : joined(redacted, delta.redacted);
            out.accept(new ChatEvent.ReasoningSealed(0, index(), null, redacted));
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
        seal.tell(0, index(), out);
    }

    /** The base64 of two pieces of bytes together. */
    private static String joined(String first, String second) {
        try {
            byte[] head = Base64.getDecoder().decode(first);
            byte[] tail = Base64.getDecoder().decode(second);
            byte[] whole = new byte[head.length + tail.length];
            System.arraycopy(head, 0, whole, 0, head.length);
            System.arraycopy(tail, 0, whole, head.length, tail.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (IllegalArgumentException e) {
            return first + second;
        }
    }
}
