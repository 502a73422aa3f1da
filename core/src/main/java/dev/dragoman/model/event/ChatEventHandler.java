// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.event;

/** Takes the events of a stream: one method an event and no defaults, so that a forgotten event does not compile. */
public interface ChatEventHandler {
    /** The answer begins. */
    void responseStarted(ChatEvent.ResponseStarted event);

    /** A part begins. */
    void partStarted(ChatEvent.PartStarted event);

    /** More text. */
    void textDelta(ChatEvent.TextDelta event);

    /** More of a refusal. */
    void refusalDelta(ChatEvent.RefusalDelta event);

    /** More reasoning. */
    void reasoningDelta(ChatEvent.ReasoningDelta event);

    /** More of a summary of reasoning. */
    void reasoningSummaryDelta(ChatEvent.ReasoningSummaryDelta event);

    /** Reasoning is sealed. */
    void reasoningSealed(ChatEvent.ReasoningSealed event);

    /** More arguments. */
    void argumentsDelta(ChatEvent.ArgumentsDelta event);

    /** More sound. */
    void audioDelta(ChatEvent.AudioDelta event);

    /** A citation. */
    void citationAdded(ChatEvent.CitationAdded event);

    /** Probabilities. */
    void logprobsAdded(ChatEvent.LogprobsAdded event);

    /** A part is complete. */
    void partEnded(ChatEvent.PartEnded event);

    /** A choice is complete. */
    void choiceFinished(ChatEvent.ChoiceFinished event);

    /** Tokens counted. */
    void usageReported(ChatEvent.UsageReported event);

    /** Fields of one dialect. */
    void extensionsAdded(ChatEvent.ExtensionsAdded event);

    /** Still there. */
    void heartbeat(ChatEvent.Heartbeat event);

    /** The answer is complete. */
    void responseEnded(ChatEvent.ResponseEnded event);

    /** The answer broke off. */
    void streamFailed(ChatEvent.StreamFailed event);
}
