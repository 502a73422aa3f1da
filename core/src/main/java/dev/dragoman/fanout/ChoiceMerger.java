// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fanout;

import dev.dragoman.loss.Loss;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one answer of those to the calls of {@link ChoiceFanOut#split}: the head is that of the first call, a choice has the
 * number of its call, and the counts are the sum over the calls. Stateless.
 */
public final class ChoiceMerger {
    private ChoiceMerger() {}

    /**
     * The merged answer.
     *
     * @param calls the answers, in the order of the calls, at least one
     * @throws IllegalArgumentException if there is none
     */
    public static ChatResponse merge(List<ChatResponse> calls) {
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("there must be an answer to merge");
        }
        if (calls.size() == 1) {
            return calls.get(0);
        }
        List<Choice> choices = new ArrayList<>(calls.size());
        List<@Nullable Usage> usages = new ArrayList<>(calls.size());
        Set<Loss> losses = new LinkedHashSet<>();
        Extensions extensions = Extensions.NONE;
        for (int call = 0; call < calls.size(); call++) {
            ChatResponse answer = calls.get(call);
            for (Choice choice : answer.choices()) {
                int index = ChoiceFanOut.index(call, choice.index(), calls.size());
                choices.add(new Choice(
                        index, choice.message(), choice.finishReason(), choice.logprobs(), choice.extensions()));
            }
            usages.add(answer.usage());
            losses.addAll(answer.losses());
            extensions = extensions.merge(answer.extensions().without(extensions));
        }
        choices.sort(Comparator.comparingInt(Choice::index));
        ChatResponse first = calls.get(0);
        return new ChatResponse(
                first.id(),
                first.model(),
                first.created(),
                choices,
                UsageSum.of(usages),
                first.serviceTier(),
                first.systemFingerprint(),
                extensions,
                List.copyOf(losses));
    }
}
