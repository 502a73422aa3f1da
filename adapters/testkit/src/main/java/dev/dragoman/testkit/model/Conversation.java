// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation around one message, so that a request that holds the message is valid.
 *
 * @param messages the conversation
 * @param index where the message stands in it
 */
record Conversation(List<Message> messages, int index) {
    private static final String CALL_ID = "call_1";

    /** The roles in which each field of this part is tried, the usual one first. */
    static List<Role> roles(Part part) {
        if (part instanceof ToolCall || part instanceof Reasoning || part instanceof Refusal) {
            return List.of(Role.ASSISTANT);
        } else if (part instanceof ToolResult) {
            return List.of(Role.TOOL);
        } else if (part instanceof Image || part instanceof Video || part instanceof Document) {
            return List.of(Role.USER);
        }
        return List.of(Role.USER, Role.ASSISTANT);
    }

    /** Further roles in which only the plain part is tried. */
    static List<Role> rarer(Part part) {
        if (part instanceof Text) {
            return List.of(Role.SYSTEM, Role.DEVELOPER);
        } else if (part instanceof Image || part instanceof Video || part instanceof Document) {
            return List.of(Role.ASSISTANT);
        }
        return List.of();
    }

    /** A conversation in which someone of this role says this; the part is the first of its message. */
    static Conversation around(Part part, Role role) {
        List<Part> parts = new ArrayList<>();
        parts.add(part);
        if (part instanceof Reasoning || part instanceof Opaque) {
            parts.add(Text.of("Hello"));
        }
        return around(Message.of(role, parts));
    }

    /** A conversation around this message. */
    static Conversation around(Message message) {
        return switch (message.role()) {
            case SYSTEM, DEVELOPER -> new Conversation(List.of(message, Message.user("Hello")), 0);
            case USER -> new Conversation(List.of(message), 0);
            case ASSISTANT -> answered(message);
            case TOOL -> called(message);
        };
    }

    /** A plain message of this role. */
    static Message plain(Role role) {
        return role == Role.TOOL ? Message.toolResult(CALL_ID, "12 degrees") : Message.of(role, "Hello");
    }

    private static Conversation answered(Message message) {
        List<Message> messages = new ArrayList<>();
        messages.add(Message.user("Hello"));
        messages.add(message);
        for (Part part : message.parts()) {
            if (part instanceof ToolCall call) {
                messages.add(Message.toolResult(call.id(), "12 degrees"));
            }
        }
        if (messages.size() == 2) {
            messages.add(Message.user("Go on."));
        }
        return new Conversation(List.copyOf(messages), 1);
    }

    private static Conversation called(Message message) {
        ToolResult result = (ToolResult) message.parts().get(0);
        ToolCall call = ToolCall.of(result.callId(), "get_weather", "{\"city\":\"Oslo\"}");
        Message calling = new Message(Role.ASSISTANT, List.of(call), null, Extensions.NONE);
        return new Conversation(List.of(Message.user("Hello"), calling, message), 2);
    }
}
