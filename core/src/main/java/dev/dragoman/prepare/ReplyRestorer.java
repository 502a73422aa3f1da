// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.tool.ToolKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Undoes on the events of a reply what {@link RequestPreparer} had to disguise in its request: gives tools their own names back,
 * free-text tools their text, turns the call of an output tool into the text that it is, and takes away the text that the vendor
 * continues and repeats. One per reply; not thread-safe.
 */
public final class ReplyRestorer {
    private final ReplyPlan plan;
    private final @Nullable PrefillRemover prefill;
    private final Map<Long, InputUnwrapper> unwrapping = new HashMap<>();
    private final Set<Long> texts = new HashSet<>();
    private final Set<Integer> choicesWithCalls = new HashSet<>();
    private final Set<Integer> choicesWithOutput = new HashSet<>();

    /** A restorer that follows this plan. */
    public ReplyRestorer(ReplyPlan plan) {
        this.plan = plan;
        this.prefill = plan.prefill() == null ? null : new PrefillRemover(plan.prefill());
    }

    /** Where to send events so that they reach {@code out} restored; {@code out} itself if there is nothing to undo. */
    public Consumer<? super ChatEvent> into(Consumer<? super ChatEvent> out) {
        if (plan.isEmpty()) {
            return out;
        }
        PrefillRemover remover = prefill;
        Consumer<? super ChatEvent> next = remover == null ? out : event -> remover.remove(event, out);
        return event -> restore(event, next);
    }

    private void restore(ChatEvent event, Consumer<? super ChatEvent> out) {
        if (event instanceof ChatEvent.PartStarted start && start.part() instanceof ToolCall call) {
            start(start, call, out);
        } else if (event instanceof ChatEvent.ArgumentsDelta delta) {
            delta(delta, out);
        } else if (event instanceof ChatEvent.PartEnded end) {
            InputUnwrapper unwrapper = unwrapping.remove(key(end.choice(), end.index()));
            String left = unwrapper == null ? "" : unwrapper.end();
            if (!left.isEmpty()) {
                out.accept(new ChatEvent.ArgumentsDelta(end.choice(), end.index(), left));
            }
            out.accept(event);
        } else if (event instanceof ChatEvent.ChoiceFinished finish) {
            out.accept(finish(finish));
        } else {
            out.accept(event);
        }
    }

    private void start(ChatEvent.PartStarted start, ToolCall call, Consumer<? super ChatEvent> out) {
        long key = key(start.choice(), start.index());
        if (call.name().equals(plan.outputTool())) {
            texts.add(key);
            choicesWithOutput.add(start.choice());
            out.accept(new ChatEvent.PartStarted(start.choice(), start.index(), Text.of(call.arguments())));
            return;
        }
        choicesWithCalls.add(start.choice());
        String name = plan.toolNames().getOrDefault(call.name(), call.name());
        String arguments = call.arguments();
        ToolKind kind = call.kind();
        if (plan.customTools().contains(call.name())) {
            InputUnwrapper unwrapper = new InputUnwrapper();
            unwrapping.put(key, unwrapper);
            kind = ToolKind.CUSTOM;
            arguments = unwrapper.append(arguments);
        }
        ToolCall restored =
                new ToolCall(call.id(), kind, name, arguments, call.signature(), call.cache(), call.extensions());
        out.accept(new ChatEvent.PartStarted(start.choice(), start.index(), restored));
    }

    private void delta(ChatEvent.ArgumentsDelta delta, Consumer<? super ChatEvent> out) {
        long key = key(delta.choice(), delta.index());
        InputUnwrapper unwrapper = unwrapping.get(key);
        if (texts.contains(key)) {
            out.accept(new ChatEvent.TextDelta(delta.choice(), delta.index(), delta.text()));
        } else if (unwrapper != null) {
            String text = unwrapper.append(delta.text());
            if (!text.isEmpty()) {
                out.accept(new ChatEvent.ArgumentsDelta(delta.choice(), delta.index(), text));
            }
        } else {
            out.accept(delta);
        }
    }

    /** The call of an output tool is no call that the client has to answer. */
    private ChatEvent finish(ChatEvent.ChoiceFinished finish) {
        boolean answered = choicesWithOutput.contains(finish.choice()) && !choicesWithCalls.contains(finish.choice());
        FinishReason reason = finish.reason();
        if (!answered || reason.kind() != FinishReason.Kind.TOOL_CALLS) {
            return finish;
        }
        return new ChatEvent.ChoiceFinished(
                finish.choice(), new FinishReason(FinishReason.Kind.STOP, reason.raw(), reason.stopSequence()));
    }

    private static long key(int choice, int index) {
        return ((long) choice << 32) | index;
    }
}
