// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.ReasoningSettings.Mode;
import dev.dragoman.model.settings.ReasoningSettings.Visibility;
import org.jspecify.annotations.Nullable;

/** The reasoning of the demo model. */
final class Thoughts {
    private Thoughts() {}

    /** Whether the model should think: it was told to, or it is the one that always does and was not told otherwise. */
    static boolean wanted(ChatRequest request, boolean reasoner) {
        ReasoningSettings settings = request.reasoning();
        if (settings.mode() != null) {
            return settings.mode() != Mode.OFF;
        }
        if (settings.effort() != null) {
            return !settings.effort().equals(ReasoningEffort.NONE);
        }
        Long budget = settings.budgetTokens();
        return budget == null ? reasoner : budget > 0;
    }

    static boolean visible(ChatRequest request) {
        return request.reasoning().visibility() != Visibility.OMITTED;
    }

    static String about(Conversation conversation, int calls, @Nullable ReasoningEffort effort) {
        StringBuilder text = new StringBuilder("The last message has ")
                .append(Tokens.count(conversation.prompt()))
                .append(" tokens.");
        if (isAnyOf(effort, ReasoningEffort.MINIMAL, ReasoningEffort.LOW)) {
            return text.toString();
        }
        if (conversation.awaitsAnswer()) {
            text.append(" Tools have returned something, so I report it.");
        } else if (calls > 0) {
            text.append(" It asks for a tool, so I call ").append(calls == 1 ? "one." : calls + ".");
        } else {
            text.append(" No tool is needed, so I repeat what was said.");
        }
        if (isAnyOf(effort, ReasoningEffort.HIGH, ReasoningEffort.XHIGH, ReasoningEffort.MAX)) {
            text.append(" I check that: ")
                    .append(conversation.messages())
                    .append(" messages were read, none was left out. I am sure of my answer.");
        }
        return text.toString();
    }

    /** The proof that the demo model made this text. A real vendor's is a secret, this one is a checksum. */
    static String signature(String text) {
        return "demo-" + Integer.toHexString(text.hashCode());
    }

    static boolean isOwn(Reasoning reasoning) {
        String text = reasoning.text();
        return text != null && signature(text).equals(reasoning.signature());
    }

    private static boolean isAnyOf(@Nullable ReasoningEffort effort, ReasoningEffort... candidates) {
        for (ReasoningEffort candidate : candidates) {
            if (candidate.equals(effort)) {
                return true;
            }
        }
        return false;
    }
}
