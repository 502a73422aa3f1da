// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.generate;

import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEvent.ExtensionsAdded.Place;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.Logprobs;
import dev.dragoman.model.response.TokenLogprob;
import dev.dragoman.model.response.Usage;
import dev.dragoman.testkit.model.Dice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Tells an answer as a stream of many small steps: texts cut into deltas, parallel tool calls open side by side, choices
 * interleaved, counts that are still growing. Folded they are the answer again.
 */
public final class EventStreams {
    private final Dice dice;
    private final List<ChatEvent> events = new ArrayList<>();

    private EventStreams(Dice dice) {
        this.dice = dice;
    }

    /** The events of this answer, cut and mixed after this seed. */
    public static List<ChatEvent> of(ChatResponse response, long seed) {
        EventStreams stream = new EventStreams(new Dice(seed));
        stream.tell(response);
        return List.copyOf(stream.events);
    }

    private void tell(ChatResponse response) {
        events.add(new ChatEvent.ResponseStarted(
                response.id(),
                response.model(),
                response.created(),
                response.serviceTier(),
                response.systemFingerprint()));
        Usage usage = response.usage();
        if (usage != null && dice.percent(40)) {
            events.add(new ChatEvent.UsageReported(Usage.of(usage.inputTokens(), 0)));
        }
        List<Deque<ChatEvent>> choices = new ArrayList<>();
        response.choices().forEach(choice -> choices.add(choice(choice)));
        mix(choices, events);
        if (!response.extensions().isEmpty()) {
            events.add(new ChatEvent.ExtensionsAdded(Place.RESPONSE, 0, response.extensions()));
        }
        if (usage != null) {
            events.add(new ChatEvent.UsageReported(usage));
        }
        events.add(new ChatEvent.ResponseEnded());
    }

    /** Takes the next event of any queue until all are empty; now and then the vendor is just still there. */
    private void mix(List<Deque<ChatEvent>> queues, List<ChatEvent> out) {
        queues.removeIf(Deque::isEmpty);
        while (!queues.isEmpty()) {
            Deque<ChatEvent> queue = dice.pick(queues);
            out.add(queue.removeFirst());
            if (dice.percent(3)) {
                out.add(new ChatEvent.Heartbeat());
            }
            queues.removeIf(Deque::isEmpty);
        }
    }

    private Deque<ChatEvent> choice(Choice choice) {
        List<ChatEvent> told = new ArrayList<>();
        List<Part> parts = choice.message().parts();
        for (int i = 0; i < parts.size(); ) {
            int end = i + 1;
            while (parts.get(i) instanceof ToolCall && end < parts.size() && parts.get(end) instanceof ToolCall) {
                end++;
            }
            if (end - i > 1 && dice.percent(50)) {
                told.addAll(sideBySide(choice.index(), parts, i, end));
            } else {
                for (int part = i; part < end; part++) {
                    told.addAll(PartStream.of(choice.index(), part, parts.get(part), dice));
                }
            }
            i = end;
        }
        addLogprobs(choice, told);
        if (!choice.message().extensions().isEmpty()) {
            told.add(new ChatEvent.ExtensionsAdded(
                    Place.MESSAGE, choice.index(), choice.message().extensions()));
        }
        if (!choice.extensions().isEmpty()) {
            told.add(new ChatEvent.ExtensionsAdded(Place.CHOICE, choice.index(), choice.extensions()));
        }
        told.add(new ChatEvent.ChoiceFinished(choice.index(), choice.finishReason()));
        return new ArrayDeque<>(told);
    }

    /** Calls that begin in order and then grow side by side. */
    private List<ChatEvent> sideBySide(int choice, List<Part> parts, int from, int to) {
        List<Deque<ChatEvent>> open = new ArrayList<>();
        List<ChatEvent> out = new ArrayList<>();
        for (int part = from; part < to; part++) {
            Deque<ChatEvent> call = new ArrayDeque<>(PartStream.of(choice, part, parts.get(part), dice));
            out.add(call.removeFirst());
            open.add(call);
            if (dice.percent(50)) {
                out.add(open.get(0).removeFirst());
                open.removeIf(Deque::isEmpty);
            }
        }
        mix(open, out);
        return out;
    }

    private void addLogprobs(Choice choice, List<ChatEvent> told) {
        List<ChatEvent> pieces = new ArrayList<>();
        for (TokenLogprob token : choice.logprobs().content()) {
            pieces.add(new ChatEvent.LogprobsAdded(choice.index(), new Logprobs(List.of(token), List.of())));
        }
        for (TokenLogprob token : choice.logprobs().refusal()) {
            pieces.add(new ChatEvent.LogprobsAdded(choice.index(), new Logprobs(List.of(), List.of(token))));
        }
        int at = 0;
        for (ChatEvent piece : pieces) {
            at = dice.between(at, told.size());
            told.add(at++, piece);
        }
    }
}
