// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fanout;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.Usage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes one stream of those to the calls of {@link ChoiceFanOut#split}, as their events come. The first start is told and no
 * other; choices interleave; the counts are those of all calls so far; the end is told when each call has ended, and the first
 * failure, which ends the whole, at once.
 *
 * <p>Not thread-safe: whoever feeds it hands in one event at a time, of whichever call.
 */
public final class ChoiceStreamMerger {
    private final List<ChoiceRenumbering> inputs = new ArrayList<>();
    private final List<@Nullable Usage> usages;
    private final boolean[] ended;
    private final Consumer<? super ChatEvent> out;
    /** What each call has told of the whole answer. */
    private final List<Extensions> extensions;

    private boolean started;
    private boolean over;
    private int running;

    /**
     * A merger in front of a consumer.
     *
     * @param calls how many streams there are, at least 1
     */
    public ChoiceStreamMerger(int calls, Consumer<? super ChatEvent> out) {
        if (calls < 1) {
            throw new IllegalArgumentException("there must be a stream to merge");
        }
        this.out = out;
        this.running = calls;
        this.ended = new boolean[calls];
        this.usages = new ArrayList<>(Collections.nCopies(calls, null));
        this.extensions = new ArrayList<>(Collections.nCopies(calls, Extensions.NONE));
        for (int call = 0; call < calls; call++) {
            int number = call;
            inputs.add(new ChoiceRenumbering(call, calls, event -> whole(number, event), out));
        }
    }

    /**
     * Takes the next event of a call. What comes after the call's own end, or after the end of the whole, is ignored.
     *
     * @param call number of the call, from 0
     * @throws IndexOutOfBoundsException if there is no such call
     */
    public void accept(int call, ChatEvent event) {
        ChoiceRenumbering input = inputs.get(call);
        if (!over && !ended[call]) {
            event.dispatch(input);
        }
    }

    /** Whether the whole has ended or failed, so that calls which still run can be cancelled. */
    public boolean isOver() {
        return over;
    }

    private void whole(int call, ChatEvent event) {
        if (event instanceof ChatEvent.ResponseStarted) {
            if (!started) {
                started = true;
                out.accept(event);
            }
        } else if (event instanceof ChatEvent.UsageReported reported) {
            usages.set(call, reported.usage());
            Usage sum = UsageSum.of(usages);
            if (sum != null) {
                out.accept(new ChatEvent.UsageReported(sum));
            }
        } else if (event instanceof ChatEvent.ExtensionsAdded added) {
            extensions(call, added);
        } else if (event instanceof ChatEvent.ResponseEnded) {
            ended[call] = true;
            running--;
            if (running == 0) {
                over = true;
                out.accept(event);
            }
        } else {
            over = event instanceof ChatEvent.StreamFailed;
            out.accept(event);
        }
    }

    /** A field that several calls tell is that of the first that told it. */
    private void extensions(int call, ChatEvent.ExtensionsAdded added) {
        Extensions fresh = added.extensions();
        for (int other = 0; other < extensions.size(); other++) {
            if (other != call) {
                fresh = fresh.without(extensions.get(other));
            }
        }
        if (!fresh.isEmpty()) {
            extensions.set(call, extensions.get(call).merge(fresh));
            out.accept(new ChatEvent.ExtensionsAdded(added.place(), 0, fresh));
        }
    }
}
