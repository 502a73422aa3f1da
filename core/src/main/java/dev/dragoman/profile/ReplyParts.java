// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.model.event.ChatEvent;

/** Steps of parts under another number. */
final class ReplyParts {
    private ReplyParts() {}

    /** The same step of a part with this number. */
    static ChatEvent numbered(ChatEvent.OfPart event, int number) {
        if (event.index() == number) {
            return event;
        }
        int choice = event.choice();
        if (event instanceof ChatEvent.PartStarted e) {
            return new ChatEvent.PartStarted(choice, number, e.part());
        }
        if (event instanceof ChatEvent.TextDelta e) {
            return new ChatEvent.TextDelta(choice, number, e.text());
        }
        if (event instanceof ChatEvent.RefusalDelta e) {
            return new ChatEvent.RefusalDelta(choice, number, e.text());
        }
        if (event instanceof ChatEvent.ReasoningDelta e) {
            return new ChatEvent.ReasoningDelta(choice, number, e.text());
        }
        if (event instanceof ChatEvent.ReasoningSummaryDelta e) {
            return new ChatEvent.ReasoningSummaryDelta(choice, number, e.summary(), e.text());
        }
        if (event instanceof ChatEvent.ReasoningSealed e) {
            return new ChatEvent.ReasoningSealed(choice, number, e.signature(), e.encrypted());
        }
        if (event instanceof ChatEvent.ArgumentsDelta e) {
            return new ChatEvent.ArgumentsDelta(choice, number, e.text());
        }
        if (event instanceof ChatEvent.AudioDelta e) {
            return new ChatEvent.AudioDelta(choice, number, e.data(), e.transcript(), e.expiresAt());
        }
        if (event instanceof ChatEvent.CitationAdded e) {
            return new ChatEvent.CitationAdded(choice, number, e.citation());
        }
        if (event instanceof ChatEvent.PartEnded) {
            return new ChatEvent.PartEnded(choice, number);
        }
        throw new IllegalStateException("a step of an unknown kind: " + event);
    }
}
