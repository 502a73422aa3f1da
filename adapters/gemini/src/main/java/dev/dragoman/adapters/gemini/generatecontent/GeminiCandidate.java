// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEvent.ExtensionsAdded;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One candidate of an answer, chunk by chunk. A text that begins a chunk goes on with the text that ended the chunk before; signed
 * parts are never joined with others, since they go back as they came. Functions are called in whole parts, or on Vertex in pieces.
 */
final class GeminiCandidate {
    /** What may go on with the next chunk. */
    private enum Open {
        NOTHING,
        TEXT,
        THOUGHT,
        SOUND,
        /** Complete, but still to be cited. */
        SIGNED_TEXT,
        /** A thought between its two seals. */
        SEALED
    }

    private final int index;
    private final Origin origin;
    private final GeminiCallIds ids;
    private final boolean whole;
    private int next;
    private Open open = Open.NOTHING;
    private int openPart = -1;
    private @Nullable ReasoningSeal begun;
    private @Nullable String soundType;
    private @Nullable GeminiPartialCall partial;

    /** Texts that can be cited, by the numbers of their parts. */
    private final Map<Integer, StringBuilder> texts = new TreeMap<>();

    private final Set<Map.Entry<Integer, Citation>> cited = new HashSet<>();
    private boolean calls;
    private @Nullable String finishReason;
    private final Map<String, RawJson> extra = new LinkedHashMap<>();
    private final Map<String, RawJson> contentExtra = new LinkedHashMap<>(0);

    /** @param whole whether all comes at once; then texts can be cited to the end */
    GeminiCandidate(int index, Origin origin, GeminiCallIds ids, boolean whole) {
        this.index = index;
        this.origin = origin;
        this.ids = ids;
        this.whole = whole;
    }

    /** Whether the vendor said why it ended. */
    boolean hasEnded() {
        return finishReason != null;
    }

    void take(GeminiChunk.Candidate chunk, Consumer<? super ChatEvent> out) {
        boolean first = true;
        for (GeminiPart part : chunk.parts) {
            part(part, first, out);
            first = false;
        }
        if (!chunk.logprobs.isEmpty()) {
            out.accept(new ChatEvent.LogprobsAdded(index, chunk.logprobs));
        }
        finishReason = chunk.finishReason != null ? chunk.finishReason : finishReason;
        extra.putAll(chunk.extra);
        contentExtra.putAll(chunk.contentExtra);
        if (chunk.grounding != null) {
            cite(chunk.grounding, out);
        }
    }

    private void part(GeminiPart part, boolean first, Consumer<? super ChatEvent> out) {
        if (partial != null && part.kind != GeminiPart.Kind.CALL) {
            endCall(out);
        }
        switch (part.kind) {
            case TEXT -> {
                if (part.thought) {
                    thought(part, first, out);
                } else {
                    text(part, first, out);
                }
            }
            case NOTHING -> {
                if (part.signature != null) {
                    text(part, first, out);
                }
            }
            case BLOB, FILE -> media(part, first, out);
            case CALL -> call(part, out);
            case RESPONSE, OPAQUE -> single(part.opaque(), out);
        }
    }

    private int start(Part part, Consumer<? super ChatEvent> out) {
        close(out);
        int number = next++;
        out.accept(new ChatEvent.PartStarted(index, number, part));
        return number;
    }

    private void single(Part part, Consumer<? super ChatEvent> out) {
        int number = start(part, out);
        out.accept(new ChatEvent.PartEnded(index, number));
    }

    /** Closes what is open. Of a whole answer texts stay open, to be cited. */
    private void close(Consumer<? super ChatEvent> out) {
        boolean text = open == Open.TEXT || open == Open.SIGNED_TEXT;
        if (open != Open.NOTHING && !(whole && text)) {
            out.accept(new ChatEvent.PartEnded(index, openPart));
        }
        open = Open.NOTHING;
    }

    private void text(GeminiPart part, boolean first, Consumer<? super ChatEvent> out) {
        if (part.isPlain()) {
            if (part.text.isEmpty()) {
                return;
            }
            if (first && open == Open.TEXT) {
                out.accept(new ChatEvent.TextDelta(index, openPart, part.text));
                Objects.requireNonNull(texts.get(openPart)).append(part.text);
                return;
            }
        }
        openPart = start(part.text(origin), out);
        open = part.isPlain() ? Open.TEXT : Open.SIGNED_TEXT;
        texts.put(openPart, new StringBuilder(part.text));
    }

    private void thought(GeminiPart part, boolean first, Consumer<? super ChatEvent> out) {
        ReasoningSeal seal = GeminiSeal.read(part.signature);
        if (seal != null && seal.next()) {
            begun = seal;
            openPart = start(
                    new Reasoning(
                            seal.shown() ? "" : null,
                            List.of(),
                            null,
                            null,
                            seal.id(),
                            seal.origin(),
                            part.extensions()),
                    out);
            open = Open.SEALED;
        } else if (begun != null && open == Open.SEALED) {
            sealed(part, seal, begun, out);
        } else if (part.isPlain() && first && open == Open.THOUGHT) {
            if (!part.text.isEmpty()) {
                out.accept(new ChatEvent.ReasoningDelta(index, openPart, part.text));
            }
        } else if (part.isPlain()) {
            openPart = start(part.reasoning(origin), out);
            open = Open.THOUGHT;
        } else {
            single(part.reasoning(origin), out);
        }
    }

    private void sealed(
            GeminiPart part, @Nullable ReasoningSeal seal, ReasoningSeal head, Consumer<? super ChatEvent> out) {
        if (seal == null) {
            if (head.shown() && !part.text.isEmpty()) {
                out.accept(new ChatEvent.ReasoningDelta(index, openPart, part.text));
            }
            return;
        }
        seal.tell(index, openPart, out);
        close(out);
        begun = null;
    }

    /** Sound comes in pieces of base64 that can be joined where none of them is padded. */
    private void media(GeminiPart part, boolean first, Consumer<? super ChatEvent> out) {
        boolean sound = part.kind == GeminiPart.Kind.BLOB
                && GeminiMediaKind.of(part.mediaType, "") == GeminiMediaKind.AUDIO
                && part.signature == null
                && part.extensions().isEmpty();
        if (sound && first && open == Open.SOUND && Objects.equals(soundType, part.mediaType)) {
            out.accept(new ChatEvent.AudioDelta(index, openPart, part.data, null, null));
        } else {
            Part media = part.media();
            if (!sound) {
                single(media, out);
                return;
            }
            openPart = start(media, out);
            open = Open.SOUND;
            soundType = part.mediaType;
        }
        if (part.data.endsWith("=") || part.data.length() % 4 != 0) {
            close(out);
        }
    }

    private void call(GeminiPart part, Consumer<? super ChatEvent> out) {
        GeminiCall call = Objects.requireNonNull(part.call);
        calls = true;
        if (partial == null && call.name() != null && !call.goesOn() && call.partial() == null) {
            single(part.call(ids.ofCall(call.id(), call.name()), origin), out);
            return;
        }
        if (call.name() != null) {
            endCall(out);
            openPart =
                    start(part.call(ids.ofCall(call.id(), call.name()), origin).withArguments(""), out);
            partial = new GeminiPartialCall(openPart);
        }
        if (partial == null) { // the end of a call that was never begun
            return;
        }
        partial.take(call);
        if (!call.goesOn()) {
            endCall(out);
        }
    }

    private void endCall(Consumer<? super ChatEvent> out) {
        if (partial != null) {
            out.accept(new ChatEvent.ArgumentsDelta(index, partial.part(), partial.arguments()));
            out.accept(new ChatEvent.PartEnded(index, partial.part()));
            partial = null;
        }
    }

    /** Tells which stretches of texts have which sources, each once: vendors repeat what they said. */
    private void cite(RawJson metadata, Consumer<? super ChatEvent> out) {
        GeminiGrounding grounding = GeminiGrounding.read(metadata);
        boolean told = grounding.isPlain();
        for (GeminiGrounding.Support support : grounding.supports()) {
            told &= cite(grounding, support, out);
        }
        if (told) {
            extra.remove(GeminiGrounding.FIELD);
        }
    }

    private boolean cite(GeminiGrounding grounding, GeminiGrounding.Support support, Consumer<? super ChatEvent> out) {
        StringBuilder named = texts.get(support.part());
        if (named != null && cite(grounding, support, support.part(), named.toString(), out)) {
            return true;
        }
        if (support.text() == null) {
            return false;
        }
        // Parts of the model's thoughts are counted or not: the words tell.
        for (Map.Entry<Integer, StringBuilder> text : texts.entrySet()) {
            if (cite(grounding, support, text.getKey(), text.getValue().toString(), out)) {
                return true;
            }
        }
        return false;
    }

    private boolean cite(
            GeminiGrounding grounding,
            GeminiGrounding.Support support,
            int part,
            String text,
            Consumer<? super ChatEvent> out) {
        List<Citation> citations = grounding.citations(support, text);
        if (citations == null) {
            return false;
        }
        boolean isOpen = whole || (part == openPart && (open == Open.TEXT || open == Open.SIGNED_TEXT));
        boolean told = true;
        for (Citation citation : citations) {
            if (isOpen && cited.add(Map.entry(part, citation))) {
                out.accept(new ChatEvent.CitationAdded(index, part, citation));
            } else {
                told &= cited.contains(Map.entry(part, citation));
            }
        }
        return told;
    }

    /** Tells the end. */
    void finish(Consumer<? super ChatEvent> out) {
        endCall(out);
        close(out);
        if (whole) {
            texts.keySet().forEach(part -> out.accept(new ChatEvent.PartEnded(index, part)));
        }
        add(ExtensionsAdded.Place.MESSAGE, contentExtra, out);
        add(ExtensionsAdded.Place.CHOICE, extra, out);
        out.accept(new ChatEvent.ChoiceFinished(index, GeminiFinishReasons.decode(finishReason, calls)));
    }

    private void add(ExtensionsAdded.Place place, Map<String, RawJson> fields, Consumer<? super ChatEvent> out) {
        if (!fields.isEmpty()) {
            out.accept(new ChatEvent.ExtensionsAdded(place, index, Extensions.of(GeminiDialect.ID, fields)));
        }
    }
}
