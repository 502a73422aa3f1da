// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Logprobs;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request without messages loads a model, or unloads it where it shall be kept for no time. Source: {@code ChatHandler} of
 * {@code ollama/ollama}, 2026-08-21.
 */
final class OllamaChatLoading {
    private static final Set<String> NO_TIME = Set.of("0", "0.0", "\"0\"", "\"0s\"", "\"0m\"", "\"0h\"");

    private OllamaChatLoading() {}

    /** What a server says whose models are always loaded; empty if there is a message to be answered. */
    static Optional<ChatResponse> answer(ChatRequest request) {
        if (!request.messages().isEmpty()) {
            return Optional.empty();
        }
        RawJson keep = request.extensions().get(OllamaChatDialect.ID, "keep_alive");
        boolean unload = keep != null && NO_TIME.contains(keep.toString());
        FinishReason reason = FinishReason.of(FinishReason.Kind.STOP, unload ? "unload" : "load");
        Choice choice = new Choice(0, Message.of(Role.ASSISTANT, List.of()), reason, Logprobs.NONE, Extensions.NONE);
        return Optional.of(
                new ChatResponse(null, null, null, List.of(choice), null, null, null, Extensions.NONE, List.of()));
    }
}
