// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.toy;

import dev.dragoman.framing.Frame;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.EventGrammar;
import dev.dragoman.testkit.StreamGrammar;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.testkit.model.CanonicalJson;

/** The toy's frames come in the order of the events. */
public final class ToyStreamGrammar implements StreamGrammar {
    private final EventGrammar events = new EventGrammar();

    @Override
    public void accept(Frame frame) {
        String name = JsonTrees.parse(frame.text()).path(CanonicalJson.TYPE).asText();
        for (Class<?> kind : ToyEvents.KINDS) {
            if (kind.getSimpleName().equals(name)) {
                try {
                    events.accept((ChatEvent) new ToyJson().read(kind, JsonTrees.parse(frame.text())));
                } catch (ChatException e) {
                    throw new IllegalStateException(e.getMessage(), e);
                }
                return;
            }
        }
        throw new IllegalStateException("unknown event " + name);
    }

    @Override
    public void end() {
        events.end();
    }
}
