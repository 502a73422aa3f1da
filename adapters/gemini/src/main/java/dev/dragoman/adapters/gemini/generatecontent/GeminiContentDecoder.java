// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code contents} and {@code systemInstruction} of a request. Each function's response becomes a message of its own. Source:
 * {@code Content} and {@code Part} of npm {@code @google/genai} 3.1.0.
 */
final class GeminiContentDecoder {
    private final List<Message> messages = new ArrayList<>();
    private final GeminiCallIds ids = new GeminiCallIds(null);

    /** A thought that clients got in pieces and bring back in pieces; {@code null} if there is none. */
    private @Nullable ReasoningSeal begun;

    private final StringBuilder thought = new StringBuilder();

    static List<Message> decode(JsonReader in) {
        GeminiContentDecoder decoder = new GeminiContentDecoder();
        if (in.isObject()) { // proto3 JSON takes one element for a list of one
            decoder.content(in);
        } else {
            in.beginArray();
            while (in.nextElement()) {
                decoder.content(in);
            }
        }
        if (decoder.messages.isEmpty()) {
            throw in.invalid("at least one content is required");
        }
        return decoder.messages;
    }

    /** Instructions; {@code null} if there are none. Their role means nothing: the SDKs write {@code user}. */
    static @Nullable Message instructions(JsonReader in) {
        if (in.isNull()) {
            return null;
        }
        Content content = read(in);
        List<Part> parts = new ArrayList<>(content.parts.size());
        for (int i = 0; i < content.parts.size(); i++) {
            GeminiPart part = content.parts.get(i);
            if (part.kind != GeminiPart.Kind.TEXT || part.thought) {
                throw misplaced(content.path + ".parts[" + i + "]", "instructions are text");
            }
            parts.add(part.text(GeminiSeal.NATIVE));
        }
        return parts.isEmpty() ? null : new Message(Role.SYSTEM, parts, null, content.extensions());
    }

    private static final class Content {
        String path = "";

        @Nullable String role;

        boolean given;
        final List<GeminiPart> parts = new ArrayList<>();
        final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

        Extensions extensions() {
            return Extensions.of(GeminiDialect.ID, unknown);
        }
    }

    private static Content read(JsonReader in) {
        Content content = new Content();
        content.path = in.path();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "role" -> content.role = in.stringOrNull();
                case "parts" -> {
                    content.given = true;
                    if (in.isObject()) {
                        content.parts.add(GeminiPart.read(in));
                    } else {
                        in.beginArray();
                        while (in.nextElement()) {
                            content.parts.add(GeminiPart.read(in));
                        }
                    }
                }
                default -> content.unknown.put(in.name(), in.raw());
            }
        }
        if (!content.given) {
            throw in.missing(content.path + ".parts");
        }
        return content;
    }

    private void content(JsonReader in) {
        Content content = read(in);
        Role role = role(content);
        List<Part> pending = new ArrayList<>(content.parts.size());
        int first = messages.size();
        for (int i = 0; i < content.parts.size(); i++) {
            GeminiPart wire = content.parts.get(i);
            String path = content.path + ".parts[" + i + "]";
            if (role == Role.ASSISTANT && wire.kind == GeminiPart.Kind.TEXT && wire.thought && piece(wire, pending)) {
                continue;
            }
            Part part = part(wire, role, in, path);
            if (part instanceof ToolResult) {
                flush(role, pending, Extensions.NONE);
                messages.add(Message.of(Role.TOOL, List.of(part)));
            } else {
                pending.add(part);
            }
        }
        if (!pending.isEmpty() || (messages.size() == first && begun == null && thought.isEmpty())) {
            messages.add(new Message(role, pending, null, content.extensions()));
        } else if (messages.size() > first && !content.unknown.isEmpty()) {
            Message last = messages.get(messages.size() - 1);
            messages.set(messages.size() - 1, new Message(last.role(), last.parts(), null, content.extensions()));
        }
    }

    private void flush(Role role, List<Part> pending, Extensions extensions) {
        if (!pending.isEmpty()) {
            messages.add(new Message(role, List.copyOf(pending), null, extensions));
            pending.clear();
        }
    }

    /** Takes a piece of a thought that comes in pieces; {@code false} if it is none. The pieces may span contents. */
    private boolean piece(GeminiPart wire, List<Part> out) {
        ReasoningSeal seal = GeminiSeal.read(wire.signature);
        if (seal != null && seal.next()) {
            begun = seal;
            thought.setLength(0);
            return true;
        }
        if (begun == null) {
            return false;
        }
        if (seal == null) {
            thought.append(wire.text);
            return true;
        }
        out.add(seal.reasoning(thought.toString(), wire.extensions()));
        begun = null;
        thought.setLength(0);
        return true;
    }

    private Part part(GeminiPart wire, Role role, JsonReader in, String path) {
        if (wire.isManifold()) {
            throw misplaced(path, "a part is one thing only");
        }
        return switch (wire.kind) {
            case TEXT -> wire.thought ? wire.reasoning(GeminiSeal.NATIVE) : wire.text(GeminiSeal.NATIVE);
            case BLOB, FILE -> wire.media();
            case OPAQUE -> wire.opaque();
            case CALL -> {
                GeminiCall call = Objects.requireNonNull(wire.call);
                if (role != Role.ASSISTANT) {
                    throw misplaced(path + ".functionCall", "function calls stand in contents of the model only");
                }
                if (call.name() == null) {
                    throw in.missing(path + ".functionCall.name");
                }
                yield wire.call(ids.ofCall(call.id(), call.name()), GeminiSeal.NATIVE);
            }
            case RESPONSE -> response(wire, role, in, path);
            case NOTHING -> {
                if (wire.signature == null) {
                    throw misplaced(path, "a part needs a member that says what it is, such as 'text'");
                }
                yield wire.text(GeminiSeal.NATIVE);
            }
        };
    }

    private ToolResult response(GeminiPart wire, Role role, JsonReader in, String path) {
        GeminiResponse response = Objects.requireNonNull(wire.response);
        if (role != Role.USER) {
            throw misplaced(path + ".functionResponse", "function responses stand in contents of the user only");
        }
        if (response.name() == null) {
            throw in.missing(path + ".functionResponse.name");
        }
        String id = ids.ofResponse(response.id(), response.name());
        if (id == null) {
            throw misplaced(path + ".functionResponse", "no call of '" + response.name() + "' waits for a response");
        }
        return response.result(id, ids.name(id), wire.extensions());
    }

    private static Role role(Content content) {
        if (content.role == null) {
            return Role.USER;
        }
        return switch (content.role) {
            case "user", "function", "" -> Role.USER;
            case "model" -> Role.ASSISTANT;
            default -> throw misplaced(content.path + ".role", "roles are 'user' and 'model'");
        };
    }

    private static ChatException misplaced(String path, String message) {
        return ChatException.invalid(path, "Invalid value at '" + path + "': " + message);
    }
}
