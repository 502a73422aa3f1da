// SPDX-License-Identifier: Apache-2.0
package dev.dragoman;

import dev.dragoman.loss.Loss;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;

/**
 * Calls any configured vendor. Inject it:
 *
 * <pre>{@code
 * @Inject ChatClient chat;
 * Uni<ChatResponse> one = chat.chat(ChatRequest.builder("anthropic/claude-sonnet-4-5").user("Hello").build());
 * }</pre>
 *
 * <p>The model is {@code provider/model} or an alias of the configuration. Nothing is sent before the result is subscribed to,
 * and each subscription sends anew. Items arrive on a Vert.x event loop: do not block there. Every failure is a
 * {@link dev.dragoman.model.error.ChatException}. Thread-safe.
 */
public interface ChatClient {
    /**
     * The whole answer. Cancelling cancels the vendor's request. What could not be carried over exactly stands in
     * {@link ChatResponse#losses()}, unless {@code quarkus.dragoman.on-loss} refuses the request because of it.
     */
    Uni<ChatResponse> chat(ChatRequest request);

    /**
     * The answer in pieces, ended by {@link ChatEvent.ResponseEnded}. A stream that breaks off, stalls or cannot be read fails
     * after the events that did arrive. The vendor is read no faster than events are requested; cancelling cancels its request.
     */
    default Multi<ChatEvent> stream(ChatRequest request) {
        return stream(request, loss -> {});
    }

    /**
     * The answer in pieces, as with {@link #stream(ChatRequest)}.
     *
     * @param losses is told what of the request could not be carried over exactly, before the first event
     */
    Multi<ChatEvent> stream(ChatRequest request, Consumer<? super Loss> losses);
}
