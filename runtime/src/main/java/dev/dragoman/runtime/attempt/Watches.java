// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import dev.dragoman.loss.Loss;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseReplay;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.runtime.routing.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All who watch one run. */
final class Watches {
    private static final Watches NOBODY = new Watches(List.of(), false);

    private final List<RunWatch> watches;
    private final boolean curious;

    private Watches(List<RunWatch> watches, boolean curious) {
        this.watches = watches;
        this.curious = curious;
    }

    /** Has a run watched from its beginning. */
    static Watches begin(List<RunListener> listeners, String client, String model) {
        if (listeners.isEmpty()) {
            return NOBODY;
        }
        List<RunWatch> watches = new ArrayList<>(listeners.size());
        boolean curious = false;
        for (RunListener listener : listeners) {
            RunWatch watch = listener.begins(client, model);
            watches.add(watch);
            curious |= watch.isCurious();
        }
        return new Watches(watches, curious);
    }

    boolean areCurious() {
        return curious;
    }

    void begins(Route route) {
        watches.forEach(watch -> watch.begins(route));
    }

    /** Passes on what is no content. */
    void told(ChatEvent event) {
        if (curious && !event.isContent()) {
            watches.forEach(watch -> watch.told(event));
        }
    }

    void told(ChatResponse response) {
        ResponseReplay.replay(response, this::told);
    }

    void attempted(Route route, String outcome, Duration duration) {
        watches.forEach(watch -> watch.attempted(route, outcome, duration));
    }

    void ended(String outcome, @Nullable Route server, List<Loss> losses) {
        watches.forEach(watch -> watch.ended(outcome, server, losses));
    }
}
