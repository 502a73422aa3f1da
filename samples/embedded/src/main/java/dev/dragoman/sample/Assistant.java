// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.sample;

import dev.dragoman.ChatClient;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.event.ChatEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks a model, whole and in pieces. Which vendor serves it is decided by the name of the model alone. */
@ApplicationScoped
public class Assistant {
    private final ChatClient chat;

    Assistant(ChatClient chat) {
        this.chat = chat;
    }

    /** The answer of this model. */
    public Uni<String> ask(String model, String question) {
        return chat.chat(request(model, question)).map(response -> response.text());
    }

    /** The answer of this model, word by word. Cancelling it cancels the vendor's request. */
    public Multi<String> askInPieces(String model, String question) {
        return chat.stream(request(model, question))
                .filter(ChatEvent.TextDelta.class::isInstance)
                .map(event -> ((ChatEvent.TextDelta) event).text());
    }

    private static ChatRequest request(String model, String question) {
        return ChatRequest.builder(model)
                .system("You help travellers.")
                .user(question)
                .build();
    }
}
