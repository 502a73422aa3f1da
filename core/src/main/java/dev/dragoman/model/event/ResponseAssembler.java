// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.event;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Logprobs;
import dev.dragoman.model.response.TokenLogprob;
import dev.dragoman.model.response.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Folds the events of a stream into the whole answer. Decoders of whole answers use the same fold, so that a streamed and an
 * unstreamed answer cannot differ. Not thread-safe.
 */
public final class ResponseAssembler implements ChatEventHandler, Consumer<ChatEvent> {
    private ChatEvent.@Nullable ResponseStarted start;
    private final SortedMap<Integer, ChoiceState> choices = new TreeMap<>();
    private @Nullable Usage usage;
    private Extensions extensions = Extensions.NONE;
    private @Nullable ChatError failure;
    private boolean ended;

    @Override
    public void accept(ChatEvent event) {
        event.dispatch(this);
    }

    /** Whether the stream said that the answer is complete. */
    public boolean isComplete() {
        return ended;
    }

    /**
     * The whole answer.
     *
     * @throws ChatException if the stream failed or has not ended yet
     */
    public ChatResponse response() {
        if (failure != null) {
            throw new ChatException(failure);
        }
        if (!ended) {
            throw new ChatException(ChatError.of(ErrorKind.UPSTREAM, "The answer ended before it was complete"));
        }
        List<Choice> built = new ArrayList<>(choices.size());
        choices.forEach((index, state) -> built.add(state.build(index)));
        return new ChatResponse(
                start == null ? null : start.id(),
                start == null ? null : start.model(),
                start == null ? null : start.created(),
                built,
                usage,
                start == null ? null : start.serviceTier(),
                start == null ? null : start.systemFingerprint(),
                extensions,
                List.of());
    }

    @Override
    public void responseStarted(ChatEvent.ResponseStarted event) {
        start = event;
    }

    @Override
    public void partStarted(ChatEvent.PartStarted event) {
        choice(event.choice()).parts.put(event.index(), new PartBuilder(event.part()));
    }

    @Override
    public void textDelta(ChatEvent.TextDelta event) {
        part(event.choice(), event.index()).append(event.text());
    }

    @Override
    public void refusalDelta(ChatEvent.RefusalDelta event) {
        part(event.choice(), event.index()).append(event.text());
    }

    @Override
    public void reasoningDelta(ChatEvent.ReasoningDelta event) {
        part(event.choice(), event.index()).append(event.text());
    }

    @Override
    public void reasoningSummaryDelta(ChatEvent.ReasoningSummaryDelta event) {
        part(event.choice(), event.index()).appendSummary(event.summary(), event.text());
    }

    @Override
    public void reasoningSealed(ChatEvent.ReasoningSealed event) {
        part(event.choice(), event.index()).seal(event.signature(), event.encrypted());
    }

    @Override
    public void argumentsDelta(ChatEvent.ArgumentsDelta event) {
        part(event.choice(), event.index()).append(event.text());
    }

    @Override
    public void audioDelta(ChatEvent.AudioDelta event) {
        PartBuilder part = part(event.choice(), event.index());
        part.append(event.data());
        part.appendTranscript(event.transcript());
        part.expiresAt(event.expiresAt());
    }

    @Override
    public void citationAdded(ChatEvent.CitationAdded event) {
        part(event.choice(), event.index()).cite(event.citation());
    }

    @Override
    public void logprobsAdded(ChatEvent.LogprobsAdded event) {
        ChoiceState choice = choice(event.choice());
        choice.content.addAll(event.logprobs().content());
        choice.refusal.addAll(event.logprobs().refusal());
    }

    @Override
    public void partEnded(ChatEvent.PartEnded event) {
        part(event.choice(), event.index());
    }

    @Override
    public void choiceFinished(ChatEvent.ChoiceFinished event) {
        choice(event.choice()).reason = event.reason();
    }

    @Override
    public void usageReported(ChatEvent.UsageReported event) {
        usage = event.usage();
    }

    @Override
    public void extensionsAdded(ChatEvent.ExtensionsAdded event) {
        switch (event.place()) {
            case RESPONSE -> extensions = extensions.merge(event.extensions());
            case CHOICE -> {
                ChoiceState choice = choice(event.choice());
                choice.extensions = choice.extensions.merge(event.extensions());
            }
            case MESSAGE -> {
                ChoiceState choice = choice(event.choice());
                choice.messageExtensions = choice.messageExtensions.merge(event.extensions());
            }
        }
    }

    @Override
    public void heartbeat(ChatEvent.Heartbeat event) {
        // Says nothing about the answer.
    }

    @Override
    public void responseEnded(ChatEvent.ResponseEnded event) {
        ended = true;
    }

    @Override
    public void streamFailed(ChatEvent.StreamFailed event) {
        failure = event.error();
    }

    private ChoiceState choice(int index) {
        return choices.computeIfAbsent(index, i -> new ChoiceState());
    }

    private PartBuilder part(int choice, int index) {
        PartBuilder part = choice(choice).parts.get(index);
        if (part == null) {
            throw new IllegalStateException("part " + index + " of choice " + choice + " was never started");
        }
        return part;
    }

    private static final class ChoiceState {
        final SortedMap<Integer, PartBuilder> parts = new TreeMap<>();
        final List<TokenLogprob> content = new ArrayList<>(0);
        final List<TokenLogprob> refusal = new ArrayList<>(0);
        Extensions extensions = Extensions.NONE;
        Extensions messageExtensions = Extensions.NONE;
        FinishReason reason = FinishReason.of(FinishReason.Kind.OTHER, null);

        Choice build(int index) {
            List<Part> built = new ArrayList<>(parts.size());
            parts.values().forEach(part -> built.add(part.build()));
            Logprobs logprobs = content.isEmpty() && refusal.isEmpty() ? Logprobs.NONE : new Logprobs(content, refusal);
            return new Choice(
                    index, new Message(Role.ASSISTANT, built, null, messageExtensions), reason, logprobs, extensions);
        }
    }
}
