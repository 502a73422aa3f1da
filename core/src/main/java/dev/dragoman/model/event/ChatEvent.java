// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.event;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Logprobs;
import dev.dragoman.model.response.Usage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step of a streamed answer. {@link ResponseAssembler} folds the events of a stream into the whole answer.
 *
 * <p>Grammar, checked by {@link EventGrammar}: one {@link ResponseStarted}; then, for each choice, parts numbered from 0
 * without gaps, each opened by one {@link PartStarted}, continued by deltas of its kind and closed by one {@link PartEnded};
 * parts of a choice may be open side by side (parallel tool calls); after the last part of a choice its {@link ChoiceFinished};
 * {@link UsageReported} anywhere, the last one counts; at the end exactly one {@link ResponseEnded} or {@link StreamFailed}.
 * A {@code StreamFailed} may come at any time.
 */
public sealed interface ChatEvent {
    /** Calls the method of the handler that fits this event. */
    void dispatch(ChatEventHandler handler);

    /** Whether this event shows progress of the answer itself; starts, counts and heartbeats do not. */
    default boolean isContent() {
        return false;
    }

    /** Whether nothing may follow this event. */
    default boolean isTerminal() {
        return false;
    }

    /** A step of one part of a choice. */
    sealed interface OfPart extends ChatEvent {
        /** Index of the choice, from 0. */
        int choice();

        /** Number of the part within the choice, from 0. */
        int index();

        @Override
        default boolean isContent() {
            return true;
        }
    }

    /**
     * The answer begins.
     *
     * @param id the vendor's id of the answer; {@code null} if it gives none
     * @param model the vendor's name of the model that answers; {@code null} if it gives none
     * @param created when, Unix time in seconds; {@code null} if not told
     * @param serviceTier the tier that serves it; {@code null} if not told
     * @param systemFingerprint see {@link dev.dragoman.model.response.ChatResponse#systemFingerprint()}; {@code null} if not
     *     told
     */
    record ResponseStarted(
            @Nullable String id,
            @Nullable String model,
            @Nullable Long created,
            @Nullable String serviceTier,
            @Nullable String systemFingerprint)
            implements ChatEvent {
        @Override
        public void dispatch(ChatEventHandler handler) {
            handler.responseStarted(this);
        }
    }

    /**
     * A part begins.
     *
     * @param choice index of the choice, from 0
     * @param index number of the part within the choice, from 0
     * @param part what is known of it so far; for a part that does not come in pieces, all of it
     */
    record PartStarted(int choice, int index, Part part) implements OfPart {
        /** Checks that nothing required is missing. */
        public PartStarted {
            Objects.requireNonNull(part, "part");
        }

        @Override
        public void dispatch(ChatEventHandler handler) {
            handler.partStarted(this);
        }
    }

    /**
     * More text of a text part.
     *
     * @param choice index of the choice
     * @param index number of the part
     * @param text what is added
     */
    record TextDelta(int choice, int index, String text) implements OfPart {
        @Override
        public void dispatch(ChatEventHandler handler) {
            handler.textDelta(this);
        }

        @Override
        public String toString() {
            return "TextDelta[" + choice + "/" + index + ", " + text.length() + " characters]";
        }
    }

    /**
     * More text of a refusal.
     *
     * @param choice index of the choice
     * @param index number of the part
     * @param text what is added
     */
    record RefusalDelta(int choice, int index, String text) implements OfPart {
        @Override
        public void dispatch(ChatEventHandler handler) {
            handler.refusalDelta(this);
        }

        @Override
        public String toString() {
            return "RefusalDelta[" + choice + "/" + index + ", " + text.length() + " characters]";
        }
    }

    /**
     * More text of a reasoning part.
     *
     * @param choice index of the choice
     * @param index number of the part
     * @param text what is added
     */
    record ReasoningDelta(int choice, int index, String text) implements OfPart {
        @Override
        public void dispatch(ChatEventHandler handler) {
            handler.reasoningDelta(this);
        }

        @Override
        public String toString() {
            return "ReasoningDelta[" + choice + "/" + index + ", " + text.length() + " characters]";
        }
    }

    /**
     * More text of a summary of a reasoning part.
     *
     * @param choice index of the choice
     * @param index number of the part
     * @param summary number of the summary within the part, from 0
     * @param text what is added
     */
    record ReasoningSummaryDelta(int choice, int index, int summary, String text) implements OfPart {
        @Override
        public void dispatch(ChatEventHandler handler) {
            handler.reasoningSummaryDelta(this);
        }

        @Override
        public String toString() {
            return "ReasoningSummaryDelta[" + choice + "/" + index + ", " + text.length() + " characters]";
        }
    }

    /**
     * What seals a reasoning part has arrived. What is {@code null} is left as it was.
     *
     * @param choice index of the choice
     * @param index number of the part
     * @param signature proof of its text
     * @param encrypted what only the vendor can read
     */
    record ReasoningSealed(
            int choice,
            int index,
            @Nullable String signature,
            @Nullable String encrypted) implements OfPart {
        @Override
        public void dispatch(ChatEventHandler handler) {
            handler.reasoningSealed(this);
        }

        @Override
        public String toString() {
            return "ReasoningSealed[" + choice + "/" + index + "]";
        }
    }

    /**
     * More of a tool call's arguments.
     *
     * @param choice index of the choice
     * @param index number of the part
     * @param text what is added; cut anywhere, inside escapes too
     */
    record ArgumentsDelta(int choice, int index, String text) implements OfPart {
        @Override
        public void dispatch(ChatEventHandler handler) {
            handler.argumentsDelta(this);
        }

        @Override
        public String toString() {
            return "ArgumentsDelta[" + choice + "/" + index + ", " + text.length() + " characters]";
        }
    }

    /**
     * More of a spoken part. What is {@code null} is left as it was.
     *
     * @param choice index of the choice
     * @param index number of the part
     * @param data base64 to append
     * @param transcript words to append
     * @param expiresAt when the part's id expires, Unix time in seconds
     */
    record AudioDelta(
            int choice,
            int index,
            @Nullable String data,
            @Nullable String transcript,
            @Nullable Long expiresAt) implements OfPart {
        @Override
        public void dispatch(ChatEventHandler handler) {
            handler.audioDelta(this);
        }

        @Override
        public String toString() {
            return "AudioDelta[" + choice + "/" + index + "]";
        }
    }

    /**
     * A citation of a text part.
     *
     * @param choice index of the choice
     * @param index number of the part
     * @param citation the whole citation
     */
    record CitationAdded(int choice, int index, Citation citation) implements OfPart {
        @Override
        public void dispatch(ChatEventHandler handler) {
            handler.citationAdded(this);
        }
    }

    /**
     * Probabilities of tokens to append to those of a choice.
     *
     * @param choice index of the choice
     * @param logprobs what is added
     */
    record LogprobsAdded(int choice, Logprobs logprobs) implements ChatEvent {
        @Override
        public boolean isContent() {
            return true;
        }

        @Override
        public void dispatch(ChatEventHandler handler) {
            handler.logprobsAdded(this);
        }
    }

    /**
     * A part is complete.
     *
     * @param choice index of the choice
     * @param index number of the part
     */
    record PartEnded(int choice, int index) implements OfPart {
        @Override
        public boolean isContent() {
            return false;
        }

        @Override
        public void dispatch(ChatEventHandler handler) {
            handler.partEnded(this);
        }
    }

    /**
     * A choice is complete.
     *
     * @param choice index of the choice
     * @param reason why it ended
     */
    record ChoiceFinished(int choice, FinishReason reason) implements ChatEvent {
        /** Checks that nothing required is missing. */
        public ChoiceFinished {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public void dispatch(ChatEventHandler handler) {
            handler.choiceFinished(this);
        }
    }

    /**
     * Tokens counted so far; replaces earlier counts.
     *
     * @param usage the counts
     */
    record UsageReported(Usage usage) implements ChatEvent {
        /** Checks that nothing required is missing. */
        public UsageReported {
            Objects.requireNonNull(usage, "usage");
        }

        @Override
        public void dispatch(ChatEventHandler handler) {
            handler.usageReported(this);
        }
    }

    /**
     * Fields only one dialect knows; later values replace earlier ones of the same name.
     *
     * @param place what they belong to
     * @param choice index of the choice; 0 for {@link Place#RESPONSE}
     * @param extensions the fields
     */
    record ExtensionsAdded(Place place, int choice, Extensions extensions) implements ChatEvent {
        /** What an extension belongs to. */
        public enum Place {
            /** The whole answer. */
            RESPONSE,
            /** A choice. */
            CHOICE,
            /** The message of a choice. */
            MESSAGE
        }

        @Override
        public void dispatch(ChatEventHandler handler) {
            handler.extensionsAdded(this);
        }
    }

    /** The vendor says that it is still there. */
    record Heartbeat() implements ChatEvent {
        @Override
        public void dispatch(ChatEventHandler handler) {
            handler.heartbeat(this);
        }
    }

    /** The answer is complete: the vendor said so itself. */
    record ResponseEnded() implements ChatEvent {
        @Override
        public boolean isTerminal() {
            return true;
        }

        @Override
        public void dispatch(ChatEventHandler handler) {
            handler.responseEnded(this);
        }
    }

    /**
     * The answer broke off: the vendor reported a failure, or the stream was cut, stalled or unreadable.
     *
     * @param error what happened
     */
    record StreamFailed(ChatError error) implements ChatEvent {
        /** Checks that nothing required is missing. */
        public StreamFailed {
            Objects.requireNonNull(error, "error");
        }

        @Override
        public boolean isTerminal() {
            return true;
        }

        @Override
        public void dispatch(ChatEventHandler handler) {
            handler.streamFailed(this);
        }
    }
}
