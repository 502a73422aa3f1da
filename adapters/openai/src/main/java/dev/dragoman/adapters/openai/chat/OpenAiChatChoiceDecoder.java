// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEvent.ExtensionsAdded.Place;
import dev.dragoman.model.response.FinishReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the fragments of one choice into events. Text, refusal and reasoning are closed when something else begins; tool calls
 * stay open side by side, since vendors interleave them; a spoken part stays open to the end, since its expiry comes after the
 * finish reason.
 */
final class OpenAiChatChoiceDecoder {
    private enum Open {
        NOTHING,
        TEXT,
        REFUSAL,
        REASONING
    }

    private final int choice;
    private final Origin origin;
    private final OpenAiChatToolSlots tools;
    private int nextPart;
    private Open open = Open.NOTHING;
    private int openPart;
    private int openReasoning = -1;
    private int audioPart = -1;
    /** Signatures of texts, by the text's number; they come before the text in a whole answer and after it in a stream. */
    private final Map<Integer, Signature> textSignatures = new HashMap<>(0);

    private int texts;
    private int summaries;
    private int summariesOf = -1;
    private @Nullable String finishReason;
    private boolean regular = true;

    OpenAiChatChoiceDecoder(int choice, Origin origin, String idSeed) {
        this.choice = choice;
        this.origin = origin;
        this.tools = new OpenAiChatToolSlots(choice, idSeed);
    }

    /** Whether the fragment taken last may go on to clients of OpenAI's as it is. */
    boolean isRegular() {
        return regular;
    }

    boolean isFinished() {
        return finishReason != null;
    }

    void accept(OpenAiChatFragment fragment, Consumer<? super ChatEvent> out) {
        reasoning(fragment, out);
        boolean signed = open != Open.TEXT && textSignatures.containsKey(texts);
        if (fragment.content != null && (!fragment.content.isEmpty() || !fragment.citations.isEmpty() || signed)) {
            text(fragment.content, out);
        }
        citations(fragment, out);
        if (fragment.refusal != null && !fragment.refusal.isEmpty()) {
            refusal(fragment.refusal, out);
        }
        for (Part part : fragment.otherParts) {
            closeOpen(out);
            int index = nextPart++;
            out.accept(new ChatEvent.PartStarted(choice, index, part));
            out.accept(new ChatEvent.PartEnded(choice, index));
        }
        if (fragment.hasAudio) {
            audio(fragment, out);
        }
        regular = fragment.hasMessage;
        for (OpenAiChatToolCallDecoder call : fragment.toolCalls) {
            closeOpen(out);
            nextPart = tools.accept(call, nextPart, out);
            regular &= tools.isRegular();
        }
        if (!fragment.logprobs.isEmpty()) {
            out.accept(new ChatEvent.LogprobsAdded(choice, fragment.logprobs));
        }
        if (!fragment.messageUnknown.isEmpty()) {
            out.accept(new ChatEvent.ExtensionsAdded(Place.MESSAGE, choice, fragment.messageExtensions()));
        }
        if (!fragment.choiceUnknown.isEmpty()) {
            out.accept(new ChatEvent.ExtensionsAdded(Place.CHOICE, choice, fragment.choiceExtensions()));
        }
        if (fragment.finishReason != null) {
            finishReason = fragment.finishReason;
            regular &= OpenAiChatFinishReasons.fits(finishReason, tools.any());
        }
    }

    /** Closes what is open and tells why the choice ended. */
    void finish(Consumer<? super ChatEvent> out) {
        closeOpen(out);
        tools.closeAll(out);
        if (audioPart >= 0) {
            out.accept(new ChatEvent.PartEnded(choice, audioPart));
        }
        FinishReason reason = finishReason == null
                ? FinishReason.of(FinishReason.Kind.OTHER, null)
                : OpenAiChatFinishReasons.decode(finishReason, tools.any());
        out.accept(new ChatEvent.ChoiceFinished(choice, reason));
    }

    private void reasoning(OpenAiChatFragment fragment, Consumer<? super ChatEvent> out) {
        // Details tell the same text as reasoning_content, or leave it to it.
        boolean textTold = false;
        for (OpenAiChatReasoning.Entry entry : fragment.reasoningDetails) {
            if (OpenAiChatReasoning.TEXT_SIGNATURE.equals(entry.type)) {
                textSignature(entry, out);
                continue;
            }
            int part = reasoningPart(entry, out);
            String text = entry.text;
            if (text == null && OpenAiChatReasoning.TEXT.equals(entry.type) && !entry.saysNoText && !textTold) {
                text = fragment.reasoning;
            }
            if (text != null) {
                textTold = true;
                if (!text.isEmpty()) {
                    out.accept(new ChatEvent.ReasoningDelta(choice, part, text));
                }
            }
            if (entry.summary != null) {
                textTold |= fragment.reasoningDetails.stream().noneMatch(OpenAiChatReasoning.Entry::leavesText);
                int number = entry.summaryIndex != null ? entry.summaryIndex : summaryNumber(part);
                out.accept(new ChatEvent.ReasoningSummaryDelta(choice, part, number, entry.summary));
            }
            if (entry.signature != null || entry.data != null) {
                out.accept(new ChatEvent.ReasoningSealed(choice, part, entry.signature, entry.data));
            }
        }
        if (!textTold && fragment.reasoning != null && !fragment.reasoning.isEmpty()) {
            int part = openReasoning(null, out);
            out.accept(new ChatEvent.ReasoningDelta(choice, part, fragment.reasoning));
        }
    }

    private void textSignature(OpenAiChatReasoning.Entry entry, Consumer<? super ChatEvent> out) {
        if (entry.signature == null) {
            return;
        }
        textSignatures.put(entry.index, new Signature(entry.signature, entry.origin()));
        if (entry.index >= texts && open == Open.TEXT) {
            closeOpen(out);
        }
    }

    private int summaryNumber(int part) {
        if (summariesOf != part) {
            summariesOf = part;
            summaries = 0;
        }
        return summaries++;
    }

    /** The part of an entry: the open one if the index is the same, otherwise a new one. */
    private int reasoningPart(OpenAiChatReasoning.Entry entry, Consumer<? super ChatEvent> out) {
        if (open == Open.REASONING && (openReasoning == entry.index || openReasoning < 0)) {
            openReasoning = entry.index;
            return openPart;
        }
        closeOpen(out);
        int part = openReasoning(entry, out);
        openReasoning = entry.index;
        return part;
    }

    private int openReasoning(OpenAiChatReasoning.@Nullable Entry entry, Consumer<? super ChatEvent> out) {
        if (open != Open.REASONING) {
            closeOpen(out);
            open = Open.REASONING;
            openReasoning = -1;
            openPart = nextPart++;
            Reasoning opening = entry == null
                    ? new Reasoning(null, List.of(), null, null, null, origin, Extensions.NONE)
                    : new Reasoning(
                            null,
                            List.of(),
                            null,
                            null,
                            entry.id,
                            entry.originOr(origin),
                            Extensions.of(OpenAiChatDialect.ID, entry.rest()));
            out.accept(new ChatEvent.PartStarted(choice, openPart, opening));
        }
        return openPart;
    }

    private void text(String text, Consumer<? super ChatEvent> out) {
        if (open != Open.TEXT) {
            closeOpen(out);
            open = Open.TEXT;
            openPart = nextPart++;
            Signature signature = textSignatures.get(texts++);
            out.accept(new ChatEvent.PartStarted(
                    choice, openPart, new Text(text, List.of(), signature, null, Extensions.NONE)));
        } else {
            out.accept(new ChatEvent.TextDelta(choice, openPart, text));
        }
    }

    private void refusal(String text, Consumer<? super ChatEvent> out) {
        if (open != Open.REFUSAL) {
            closeOpen(out);
            open = Open.REFUSAL;
            openPart = nextPart++;
            out.accept(new ChatEvent.PartStarted(choice, openPart, Refusal.of(text)));
        } else {
            out.accept(new ChatEvent.RefusalDelta(choice, openPart, text));
        }
    }

    private void citations(OpenAiChatFragment fragment, Consumer<? super ChatEvent> out) {
        if (fragment.citations.isEmpty()) {
            return;
        }
        if (open != Open.TEXT) {
            text("", out);
        }
        for (Citation citation : fragment.citations) {
            out.accept(new ChatEvent.CitationAdded(choice, openPart, citation));
        }
    }

    private void audio(OpenAiChatFragment fragment, Consumer<? super ChatEvent> out) {
        if (audioPart < 0) {
            closeOpen(out);
            audioPart = nextPart++;
            MediaSource source = fragment.audioData == null ? null : new MediaSource.Base64(null, fragment.audioData);
            out.accept(new ChatEvent.PartStarted(
                    choice,
                    audioPart,
                    new Audio(
                            source,
                            fragment.audioId,
                            fragment.audioTranscript,
                            fragment.audioExpiresAt,
                            null,
                            Extensions.NONE)));
        } else {
            out.accept(new ChatEvent.AudioDelta(
                    choice, audioPart, fragment.audioData, fragment.audioTranscript, fragment.audioExpiresAt));
        }
    }

    private void closeOpen(Consumer<? super ChatEvent> out) {
        if (open != Open.NOTHING) {
            out.accept(new ChatEvent.PartEnded(choice, openPart));
            open = Open.NOTHING;
        }
    }
}
