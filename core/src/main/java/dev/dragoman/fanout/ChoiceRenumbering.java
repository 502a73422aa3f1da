// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fanout;

import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEventHandler;
import java.util.function.Consumer;

/** Gives the events of one call's choices their numbers among all calls. Events of the whole answer go to {@code whole}. */
final class ChoiceRenumbering implements ChatEventHandler {
    private final int call;
    private final int calls;
    private final Consumer<? super ChatEvent> whole;
    private final Consumer<? super ChatEvent> out;

    ChoiceRenumbering(int call, int calls, Consumer<? super ChatEvent> whole, Consumer<? super ChatEvent> out) {
        this.call = call;
        this.calls = calls;
        this.whole = whole;
        this.out = out;
    }

    private int index(int choice) {
        return ChoiceFanOut.index(call, choice, calls);
    }

    @Override
    public void responseStarted(ChatEvent.ResponseStarted event) {
        whole.accept(event);
    }

    @Override
    public void usageReported(ChatEvent.UsageReported event) {
        whole.accept(event);
    }

    @Override
    public void heartbeat(ChatEvent.Heartbeat event) {
        whole.accept(event);
    }

    @Override
    public void responseEnded(ChatEvent.ResponseEnded event) {
        whole.accept(event);
    }

    @Override
    public void streamFailed(ChatEvent.StreamFailed event) {
        whole.accept(event);
    }

    @Override
    public void extensionsAdded(ChatEvent.ExtensionsAdded event) {
        if (event.place() == ChatEvent.ExtensionsAdded.Place.RESPONSE) {
            whole.accept(event);
        } else {
            out.accept(new ChatEvent.ExtensionsAdded(event.place(), index(event.choice()), event.extensions()));
        }
    }

    @Override
    public void partStarted(ChatEvent.PartStarted event) {
        out.accept(new ChatEvent.PartStarted(index(event.choice()), event.index(), event.part()));
    }

    @Override
    public void textDelta(ChatEvent.TextDelta event) {
        out.accept(new ChatEvent.TextDelta(index(event.choice()), event.index(), event.text()));
    }

    @Override
    public void refusalDelta(ChatEvent.RefusalDelta event) {
        out.accept(new ChatEvent.RefusalDelta(index(event.choice()), event.index(), event.text()));
    }

    @Override
    public void reasoningDelta(ChatEvent.ReasoningDelta event) {
        out.accept(new ChatEvent.ReasoningDelta(index(event.choice()), event.index(), event.text()));
    }

    @Override
    public void reasoningSummaryDelta(ChatEvent.ReasoningSummaryDelta event) {
        out.accept(new ChatEvent.ReasoningSummaryDelta(
                index(event.choice()), event.index(), event.summary(), event.text()));
    }

    @Override
    public void reasoningSealed(ChatEvent.ReasoningSealed event) {
        out.accept(new ChatEvent.ReasoningSealed(
                index(event.choice()), event.index(), event.signature(), event.encrypted()));
    }

    @Override
    public void argumentsDelta(ChatEvent.ArgumentsDelta event) {
        out.accept(new ChatEvent.ArgumentsDelta(index(event.choice()), event.index(), event.text()));
    }

    @Override
    public void audioDelta(ChatEvent.AudioDelta event) {
        out.accept(new ChatEvent.AudioDelta(
                index(event.choice()), event.index(), event.data(), event.transcript(), event.expiresAt()));
    }

    @Override
    public void citationAdded(ChatEvent.CitationAdded event) {
        out.accept(new ChatEvent.CitationAdded(index(event.choice()), event.index(), event.citation()));
    }

    @Override
    public void logprobsAdded(ChatEvent.LogprobsAdded event) {
        out.accept(new ChatEvent.LogprobsAdded(index(event.choice()), event.logprobs()));
    }

    @Override
    public void partEnded(ChatEvent.PartEnded event) {
        out.accept(new ChatEvent.PartEnded(index(event.choice()), event.index()));
    }

    @Override
    public void choiceFinished(ChatEvent.ChoiceFinished event) {
        out.accept(new ChatEvent.ChoiceFinished(index(event.choice()), event.reason()));
    }
}
