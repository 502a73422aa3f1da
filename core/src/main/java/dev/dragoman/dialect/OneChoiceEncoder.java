// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEventHandler;
import dev.dragoman.model.event.PartSequencer;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Usage;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events to the stream of one answer, for dialects that know no choice beside it and no parts side by side. While a part is open,
 * what belongs to later ones waits. Why the answer ended, its counts and its extensions are kept until it ends, since other
 * vendors tell them late and in any order. Not thread-safe.
 */
public abstract class OneChoiceEncoder implements StreamEncoder, ChatEventHandler {
    /** Canonical path of the only choice. */
    protected static final String CHOICE = "choices[0]";

    private final ExtensionWriter extensionWriter;
    private final Losses losses;
    private final PartSequencer sequencer = new PartSequencer(part -> true, event -> event.dispatch(this));
    private final Set<Integer> otherChoices = new HashSet<>(0);
    private boolean started;
    private boolean open;
    private @Nullable FinishReason reason;
    private @Nullable Usage usage;
    private Extensions extensions = Extensions.NONE;

    /** @param extensionWriter that of the dialect */
    protected OneChoiceEncoder(ExtensionWriter extensionWriter, Losses losses) {
        this.extensionWriter = extensionWriter;
        this.losses = losses;
    }

    /** Writes to this buffer from now on. */
    protected abstract void into(WireBuffer target);

    /** Writes the start of the stream, of which nothing may be known if the vendor told none. */
    protected abstract void startResponse(ChatEvent.ResponseStarted event);

    /** Writes the start of a part, and as much of it as is known. */
    protected abstract void startPart(ChatEvent.PartStarted event);

    /** Writes what is added to the open part. */
    protected abstract void grow(ChatEvent.OfPart event);

    /** Writes the end of the open part. */
    protected abstract void endPart();

    /** Writes the end of the stream. */
    protected abstract void endResponse();

    /** Why the answer ended; {@code null} if it is one without a choice, which is a prompt that was blocked. */
    protected final @Nullable FinishReason reason() {
        return reason;
    }

    /** The last counts; {@code null} if none were told. */
    protected final @Nullable Usage usage() {
        return usage;
    }

    /** Extensions of the answer itself. */
    protected final Extensions extensions() {
        return extensions;
    }

    /** Canonical path of a part. */
    protected static String path(ChatEvent.OfPart event) {
        return CHOICE + ".message.parts[" + event.index() + "]";
    }

    @Override
    public final void encode(ChatEvent event, WireBuffer target) {
        into(target);
        if (!(event instanceof ChatEvent.OfPart step) || !isOther(step.choice())) {
            sequencer.accept(event);
        }
    }

    private boolean isOther(int choice) {
        if (choice == 0) {
            return false;
        }
        if (otherChoices.add(choice)) {
            losses.dropped("choices[" + choice + "]", "there is one answer");
        }
        return true;
    }

    /** Writes the start of the stream if that was not told. */
    protected final void ensureStarted() {
        if (!started) {
            responseStarted(new ChatEvent.ResponseStarted(null, null, null, null, null));
        }
    }

    @Override
    public final void responseStarted(ChatEvent.ResponseStarted event) {
        started = true;
        startResponse(event);
    }

    @Override
    public final void partStarted(ChatEvent.PartStarted event) {
        ensureStarted();
        open = true;
        startPart(event);
    }

    @Override
    public final void textDelta(ChatEvent.TextDelta event) {
        grow(event);
    }

    @Override
    public final void refusalDelta(ChatEvent.RefusalDelta event) {
        grow(event);
    }

    @Override
    public final void reasoningDelta(ChatEvent.ReasoningDelta event) {
        grow(event);
    }

    @Override
    public final void reasoningSummaryDelta(ChatEvent.ReasoningSummaryDelta event) {
        grow(event);
    }

    @Override
    public final void reasoningSealed(ChatEvent.ReasoningSealed event) {
        grow(event);
    }

    @Override
    public final void argumentsDelta(ChatEvent.ArgumentsDelta event) {
        grow(event);
    }

    @Override
    public final void audioDelta(ChatEvent.AudioDelta event) {
        grow(event);
    }

    @Override
    public final void citationAdded(ChatEvent.CitationAdded event) {
        grow(event);
    }

    @Override
    public final void partEnded(ChatEvent.PartEnded event) {
        closePart();
    }

    /** Ends the part that is open, if there is one. */
    protected final void closePart() {
        if (open) {
            open = false;
            endPart();
        }
    }

    @Override
    public final void logprobsAdded(ChatEvent.LogprobsAdded event) {
        if (!isOther(event.choice())) {
            probabilities(event);
        }
    }

    /** Writes probabilities, or keeps them for later. Unless a dialect overrides this it has no place for them. */
    protected void probabilities(ChatEvent.LogprobsAdded event) {
        losses.dropped(CHOICE + ".logprobs", "probabilities are not told");
    }

    @Override
    public final void choiceFinished(ChatEvent.ChoiceFinished event) {
        if (!isOther(event.choice())) {
            reason = event.reason();
        }
    }

    @Override
    public final void usageReported(ChatEvent.UsageReported event) {
        usage = event.usage();
    }

    @Override
    public final void extensionsAdded(ChatEvent.ExtensionsAdded event) {
        switch (event.place()) {
            case RESPONSE -> extensions = extensions.merge(event.extensions());
            case CHOICE -> {
                if (!isOther(event.choice())) {
                    extensionWriter.dropAll(event.extensions(), CHOICE, losses);
                }
            }
            case MESSAGE -> {
                if (!isOther(event.choice())) {
                    messageExtensions(event.extensions());
                }
            }
        }
    }

    /** Keeps extensions of the message. Unless a dialect overrides this it has no place for them. */
    protected void messageExtensions(Extensions added) {
        extensionWriter.dropAll(added, CHOICE + ".message", losses);
    }

    @Override
    public final void responseEnded(ChatEvent.ResponseEnded event) {
        ensureStarted();
        closePart();
        endResponse();
    }
}
