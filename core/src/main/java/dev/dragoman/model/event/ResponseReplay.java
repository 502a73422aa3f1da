// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.event;

import dev.dragoman.model.content.Part;
import dev.dragoman.model.event.ChatEvent.ExtensionsAdded.Place;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import java.util.List;
import java.util.function.Consumer;

/** Tells a whole answer as the events of a stream: the reverse of {@link ResponseAssembler}. Each part comes whole. */
public final class ResponseReplay {
    private ResponseReplay() {}

    /** Sends the events of this answer, the end included. */
    public static void replay(ChatResponse response, Consumer<? super ChatEvent> out) {
        out.accept(new ChatEvent.ResponseStarted(
                response.id(),
                response.model(),
                response.created(),
                response.serviceTier(),
                response.systemFingerprint()));
        if (!response.extensions().isEmpty()) {
            out.accept(new ChatEvent.ExtensionsAdded(Place.RESPONSE, 0, response.extensions()));
        }
        for (Choice choice : response.choices()) {
            int index = choice.index();
            List<Part> parts = choice.message().parts();
            for (int i = 0; i < parts.size(); i++) {
                out.accept(new ChatEvent.PartStarted(index, i, parts.get(i)));
                out.accept(new ChatEvent.PartEnded(index, i));
            }
            if (!choice.logprobs().isEmpty()) {
                out.accept(new ChatEvent.LogprobsAdded(index, choice.logprobs()));
            }
            if (!choice.message().extensions().isEmpty()) {
                out.accept(new ChatEvent.ExtensionsAdded(
                        Place.MESSAGE, index, choice.message().extensions()));
            }
            if (!choice.extensions().isEmpty()) {
                out.accept(new ChatEvent.ExtensionsAdded(Place.CHOICE, index, choice.extensions()));
            }
            out.accept(new ChatEvent.ChoiceFinished(index, choice.finishReason()));
        }
        if (response.usage() != null) {
            out.accept(new ChatEvent.UsageReported(response.usage()));
        }
        out.accept(new ChatEvent.ResponseEnded());
    }
}
