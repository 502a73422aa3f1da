// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model;

import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a conversation. Instructions stay where they stood; an adapter hoists them when its dialect demands it.
 *
 * @param role who speaks
 * @param parts what is said, in the order of the wire; may be empty. Tool calls stand in {@link Role#ASSISTANT} messages only;
 *     a {@link Role#TOOL} message holds exactly one {@link ToolResult}, which stands nowhere else
 * @param name the speaker's name among several of the same role (OpenAI {@code name}); {@code null} if none
 * @param extensions fields only one dialect knows
 */
public record Message(Role role, List<Part> parts, @Nullable String name, Extensions extensions) {
    /** @throws IllegalArgumentException if a part does not fit the role */
    public Message {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(extensions, "extensions");
        parts = List.copyOf(parts);
        for (Part part : parts) {
            if (part instanceof ToolCall && role != Role.ASSISTANT) {
                throw new IllegalArgumentException("a tool call stands in an assistant message, not in one of " + role);
            }
            if (part instanceof ToolResult && role != Role.TOOL) {
                throw new IllegalArgumentException("a tool result stands in a tool message, not in one of " + role);
            }
        }
        if (role == Role.TOOL && (parts.size() != 1 || !(parts.get(0) instanceof ToolResult))) {
            throw new IllegalArgumentException("a tool message holds exactly one tool result");
        }
    }

    /** A message of these parts. */
    public static Message of(Role role, List<Part> parts) {
        return new Message(role, parts, null, Extensions.NONE);
    }

    /** A message of one text. */
    public static Message of(Role role, String text) {
        return of(role, List.of(Text.of(text)));
    }

    /** What a person or program asks. */
    public static Message user(String text) {
        return of(Role.USER, text);
    }

    /** Instructions. */
    public static Message system(String text) {
        return of(Role.SYSTEM, text);
    }

    /** What the model said. */
    public static Message assistant(String text) {
        return of(Role.ASSISTANT, text);
    }

    /** What a tool returned for the call of this id. */
    public static Message toolResult(String callId, String text) {
        return of(Role.TOOL, List.of(ToolResult.of(callId, text)));
    }

    /** The visible text of this message: its text parts joined without a separator. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Text t) {
                text.append(t.text());
            }
        }
        return text.toString();
    }
}
