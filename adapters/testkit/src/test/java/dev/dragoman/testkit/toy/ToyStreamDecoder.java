// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.toy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.EventGrammar;
import dev.dragoman.testkit.model.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Each server-sent event is an event. */
public class ToyStreamDecoder implements StreamDecoder {
    private final ToyJson json;
    private final EventGrammar grammar = new EventGrammar();
    private final Set<Integer> calling = new HashSet<>();
    private boolean over;

    /** A decoder that reads with this. */
    public ToyStreamDecoder(ToyJson json) {
        this.json = json;
    }

    @Override
    public void decode(Frame frame, Consumer<? super ChatEvent> out) {
        if (over) {
            return;
        }
        try {
            ChatEvent event = read(frame);
            grammar.accept(event);
            over = event.isTerminal();
            out.accept(event);
        } catch (ChatException | IllegalStateException e) {
            over = true;
            throw new ChatException(ChatError.of(ErrorKind.UPSTREAM, String.valueOf(e.getMessage())), e);
        }
    }

    /** The event of a frame. */
    protected ChatEvent read(Frame frame) {
        return event(ToyJson.object(frame.text().getBytes(StandardCharsets.UTF_8)));
    }

    private ChatEvent event(ObjectNode body) {
        for (Class<?> kind : ToyEvents.KINDS) {
            if (kind.getSimpleName().equals(body.path(CanonicalJson.TYPE).asText())) {
                return finished((ChatEvent) json.read(kind, body));
            }
        }
        throw new IllegalStateException("unknown event");
    }

    private ChatEvent finished(ChatEvent event) {
        if (event instanceof ChatEvent.PartStarted part && ToyBodies.isCall(part.part())) {
            calling.add(part.choice());
        } else if (event instanceof ChatEvent.ChoiceFinished end) {
            return new ChatEvent.ChoiceFinished(
                    end.choice(), ToyBodies.reason(end.reason(), calling.contains(end.choice())));
        } else if (event instanceof ChatEvent.UsageReported usage) {
            return new ChatEvent.UsageReported(ToyBodies.withRaw(usage.usage()));
        }
        return event;
    }

    @Override
    public void end(Consumer<? super ChatEvent> out) {
        if (!over) {
            over = true;
            out.accept(new ChatEvent.StreamFailed(ChatError.of(ErrorKind.UPSTREAM, "The stream was cut")));
        }
    }
}
