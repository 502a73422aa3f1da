// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.response;

import dev.dragoman.loss.Loss;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered.
 *
 * @param id the vendor's id of the answer; {@code null} where it gives none
 * @param model the vendor's name of the model that answered; {@code null} where it gives none
 * @param created when, Unix time in seconds; {@code null} where the vendor does not tell
 * @param choices the answers, by index; empty if the prompt was blocked
 * @param usage tokens counted; {@code null} if not reported
 * @param serviceTier the tier that served it, in the words of
 *     {@link dev.dragoman.model.ChatRequest#serviceTier()}; {@code null} if not reported
 * @param systemFingerprint changes when the vendor's backend does (OpenAI); {@code null} if not reported
 * @param extensions fields only one dialect knows
 * @param losses what of the request and of this answer was not carried over exactly; empty when all was
 */
public record ChatResponse(
        @Nullable String id,
        @Nullable String model,
        @Nullable Long created,
        List<Choice> choices,
        @Nullable Usage usage,
        @Nullable String serviceTier,
        @Nullable String systemFingerprint,
        Extensions extensions,
        List<Loss> losses) {
    /** Copies the lists. */
    public ChatResponse {
        Objects.requireNonNull(extensions, "extensions");
        choices = List.copyOf(choices);
        losses = List.copyOf(losses);
    }

    /** The visible text of the first choice; empty if there is none. */
    public String text() {
        return choices.isEmpty() ? "" : choices.get(0).message().text();
    }

    /** The tool calls of the first choice, in order. */
    public List<ToolCall> toolCalls() {
        List<ToolCall> calls = new ArrayList<>();
        if (!choices.isEmpty()) {
            for (Part part : choices.get(0).message().parts()) {
                if (part instanceof ToolCall call) {
                    calls.add(call);
                }
            }
        }
        return calls;
    }

    /** The same answer with these losses. */
    public ChatResponse withLosses(List<Loss> newLosses) {
        return new ChatResponse(
                id, model, created, choices, usage, serviceTier, systemFingerprint, extensions, newLosses);
    }

    /** Sizes only: answers stay out of logs. */
    @Override
    public String toString() {
        return "ChatResponse[id=" + id + ", model=" + model + ", choices=" + choices.size() + ", usage=" + usage
                + ", losses=" + losses.size() + "]";
    }
}
