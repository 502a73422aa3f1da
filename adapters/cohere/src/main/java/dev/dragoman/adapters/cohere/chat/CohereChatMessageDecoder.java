// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code messages} of a request. */
final class CohereChatMessageDecoder {
    private @Nullable RawJson content;
    private @Nullable String toolPlan;
    private List<ToolCall> calls = List.of();
    private List<CohereChatCitation> citations = List.of();
    private @Nullable String toolCallId;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);
    private final String path;

    private CohereChatMessageDecoder(String path) {
        this.path = path;
    }

    static List<Message> decode(JsonReader in) {
        List<Message> messages = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            messages.add(new CohereChatMessageDecoder(in.path()).message(in));
        }
        if (messages.isEmpty()) {
            throw in.invalid("at least one message is required");
        }
        return messages;
    }

    private Message message(JsonReader in) {
        Role role = null;
        List<Part> parts = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "role" -> role = role(in);
                case "content" -> {
                    // What may stand there depends on the role, which may come later.
                    if (role == null) {
                        content = in.raw();
                    } else {
                        parts = content(in, role);
                    }
                }
                case "tool_plan" -> toolPlan = in.stringOrNull();
                case "tool_calls" -> calls = CohereChatCallDecoder.decode(in);
                case "citations" -> citations = CohereChatCitations.decode(in);
                case "tool_call_id" -> toolCallId = in.stringOrNull();
                default -> unknown.put(in.name(), in.raw());
            }
        }
        if (role == null) {
            throw in.missing(path + ".role");
        }
        if (content != null) {
            parts = late(content, role);
        }
        requireFit(role, in);
        return switch (role) {
            case ASSISTANT -> assistant(parts);
            case TOOL -> tool(parts, in);
            default -> new Message(role, required(parts, in), null, Extensions.of(CohereChatDialect.ID, unknown));
        };
    }

    private static Role role(JsonReader in) {
        return switch (in.string()) {
            case "system" -> Role.SYSTEM;
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            case "tool" -> Role.TOOL;
            default -> throw in.invalid("roles are 'system', 'user', 'assistant' and 'tool'");
        };
    }

    private static @Nullable List<Part> content(JsonReader in, Role role) {
        if (in.isNull()) {
            return null;
        }
        return CohereChatBlock.content(in, role);
    }

    /** Content that came before the role. */
    private @Nullable List<Part> late(RawJson json, Role role) {
        try (JsonReader in = json.reader()) {
            return content(in, role);
        } catch (dev.dragoman.model.error.ChatException e) {
            String inner = e.error().param();
            boolean indexed = inner != null && inner.startsWith("[");
            String at = inner == null || inner.isEmpty() ? "" : indexed ? inner : "." + inner;
            throw new dev.dragoman.model.error.ChatException(e.error().withParam(path + ".content" + at), e);
        }
    }

    /** Members that only some roles have are unknown to the others. */
    private void requireFit(Role role, JsonReader in) {
        if (role != Role.ASSISTANT && (!calls.isEmpty() || toolPlan != null || !citations.isEmpty())) {
            throw in.invalid("calls, plans and citations stand in messages of the assistant only");
        }
        if (role != Role.TOOL && toolCallId != null) {
            throw in.invalid("'tool_call_id' stands in messages of role 'tool' only");
        }
    }

    private List<Part> required(@Nullable List<Part> parts, JsonReader in) {
        if (parts == null) {
            throw in.missing(path + ".content");
        }
        return parts;
    }

    private Message assistant(@Nullable List<Part> given) {
        List<Part> said = given == null ? new ArrayList<>(0) : given;
        CohereChatCitations.attach(citations, said, unknown);
        List<Part> parts = new ArrayList<>(said.size() + calls.size() + 1);
        if (toolPlan != null) {
            parts.add(plan(toolPlan));
        }
        boolean nothing = said.size() == 1
                && said.get(0) instanceof Text text
                && text.isPlain()
                && text.text().isEmpty();
        if (!nothing || (calls.isEmpty() && toolPlan == null)) {
            parts.addAll(said);
        }
        parts.addAll(calls);
        return new Message(Role.ASSISTANT, parts, null, Extensions.of(CohereChatDialect.ID, unknown));
    }

    static Reasoning plan(String text) {
        return new Reasoning(
                text, List.of(), null, null, CohereChatSeal.TOOL_PLAN, CohereChatSeal.NATIVE_ORIGIN, Extensions.NONE);
    }

    private Message tool(@Nullable List<Part> parts, JsonReader in) {
        if (toolCallId == null || toolCallId.isEmpty()) {
            throw in.missing(path + ".tool_call_id");
        }
        List<Part> result = required(parts, in);
        boolean nothing = result.size() == 1
                && result.get(0) instanceof Text text
                && text.isPlain()
                && text.text().isEmpty();
        Part content = new ToolResult(toolCallId, null, nothing ? List.of() : result, null, null, Extensions.NONE);
        return new Message(Role.TOOL, List.of(content), null, Extensions.of(CohereChatDialect.ID, unknown));
    }
}
