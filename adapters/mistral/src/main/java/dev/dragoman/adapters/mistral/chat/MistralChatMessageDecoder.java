// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code messages} of a request. The fields of a message may come in any order; calls come out behind the content. A message with
 * {@code prefix} at the end of the list is one that the model continues, which is what such a message means anyhow.
 */
final class MistralChatMessageDecoder {
    private final MistralChatCallIds ids;
    private @Nullable String role;
    private boolean hasContent;
    private List<MistralChatChunk> chunks = List.of();
    private @Nullable String text;
    private @Nullable String name;
    private @Nullable String toolCallId;
    private @Nullable Boolean prefix;
    private List<MistralChatToolCallDecoder> calls = List.of();
    private @Nullable RawJson strayCalls;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    private MistralChatMessageDecoder(MistralChatCallIds ids) {
        this.ids = ids;
    }

    static List<Message> decode(JsonReader in) {
        List<Message> messages = new ArrayList<>();
        MistralChatCallIds ids = new MistralChatCallIds();
        MistralChatMessageDecoder last = null;
        in.beginArray();
        while (in.nextElement()) {
            if (last != null) {
                messages.add(last.build(false));
            }
            last = new MistralChatMessageDecoder(ids);
            last.read(in);
        }
        if (last == null) {
            throw in.invalid("there must be at least one message");
        }
        messages.add(last.build(true));
        return messages;
    }

    private void read(JsonReader in) {
        String path = in.path();
        in.beginObject();
        while (in.nextField()) {
            field(in);
        }
        if (role == null) {
            throw in.missing(path + ".role");
        }
        if (!hasContent && role.equals("system")) {
            throw in.missing(path + ".content");
        }
        if (role.equals("assistant")) {
            for (int i = 0; i < calls.size(); i++) {
                if (!calls.get(i).isNamed()) {
                    throw in.missing(path + ".tool_calls[" + i + "].function.name");
                }
                ids.call(calls.get(i));
            }
        } else if (role.equals("tool")) {
            toolCallId = ids.result(toolCallId, name);
            if (toolCallId == null) {
                throw in.missing(path + ".tool_call_id");
            }
        }
    }

    private void field(JsonReader in) {
        switch (in.name()) {
            case "role" -> role = role(in);
            case "content" -> {
                hasContent = !in.isNull();
                if (in.isString()) {
                    text = in.string();
                } else if (hasContent) {
                    chunks = MistralChatChunk.list(in);
                }
            }
            case "tool_calls" -> calls(in);
            case "tool_call_id" -> toolCallId = in.stringOrNull();
            case "name" -> name = in.stringOrNull();
            case "prefix" -> prefix = in.boolOrNull();
            default -> unknown.put(in.name(), in.raw());
        }
    }

    private static String role(JsonReader in) {
        String role = in.string();
        return switch (role) {
            case "system", "user", "assistant", "tool" -> role;
            default -> throw in.invalid("roles are 'system', 'user', 'assistant' and 'tool'");
        };
    }

    private void calls(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        int mark = in.mark();
        calls = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            calls.add(MistralChatToolCallDecoder.read(in));
        }
        if (!"assistant".equals(role)) {
            strayCalls = in.rawSince(mark);
        }
    }

    private Message build(boolean last) {
        return switch (Objects.requireNonNull(role)) {
            case "system" -> plain(Role.SYSTEM);
            case "user" -> plain(Role.USER);
            case "tool" -> result();
            default -> assistant(last);
        };
    }

    private Message plain(Role as) {
        keepStrays();
        return new Message(as, content(new HashMap<>(0)), name, extensions());
    }

    private Message result() {
        prefix();
        List<Part> content = content(new HashMap<>(0));
        boolean empty = text != null && text.isEmpty();
        ToolResult result = new ToolResult(
                Objects.requireNonNull(toolCallId), name, empty ? List.of() : content, null, null, Extensions.NONE);
        return new Message(Role.TOOL, List.of(result), null, extensions());
    }

    private Message assistant(boolean last) {
        if (prefix != null && prefix != last) {
            prefix();
        }
        Map<Integer, Signature> signatures = new HashMap<>(0);
        List<Part> parts = content(signatures);
        if (text != null && text.isEmpty() && !calls.isEmpty()) {
            parts.clear();
        }
        for (int i = 0; i < calls.size(); i++) {
            MistralChatToolCallDecoder call = calls.get(i);
            parts.add(call.build(Objects.requireNonNull(call.id), signatures.get(i)));
        }
        return new Message(Role.ASSISTANT, parts, name, extensions());
    }

    private void prefix() {
        if (prefix != null) {
            unknown.put("prefix", RawJson.bool(prefix));
        }
    }

    /** Members that belong to other roles are kept as they were, so that they are at least reported. */
    private void keepStrays() {
        prefix();
        if (toolCallId != null) {
            unknown.put("tool_call_id", RawJson.string(toolCallId));
        }
        keepStrayCalls();
    }

    private void keepStrayCalls() {
        if (strayCalls != null) {
            unknown.put("tool_calls", strayCalls);
        }
    }

    /** The parts of the content. Signatures of calls, which stand among it, go into the map, by the number of the call. */
    private List<Part> content(Map<Integer, Signature> ofCalls) {
        List<Part> parts = new ArrayList<>(chunks.size() + calls.size() + 1);
        if (text != null) {
            parts.add(Text.of(text));
        }
        Signature next = null;
        for (MistralChatChunk chunk : chunks) {
            ReasoningSeal seal = chunk.isThinking() ? ReasoningSeal.read(chunk.signature()) : null;
            Signature ofPart = seal == null ? null : seal.ofPart();
            if (seal != null && ofPart != null) {
                if (seal.call() != null) {
                    ofCalls.put(seal.call(), ofPart);
                } else {
                    next = ofPart;
                }
            } else if (chunk.isThinking()) {
                MistralChatThoughts.decode(chunk, MistralChatNative.ORIGIN, parts);
            } else if (next != null && chunk.isText()) {
                parts.add(new Text(chunk.text(), List.of(), next, null, chunk.extensions()));
                next = null;
            } else {
                parts.add(chunk.part());
            }
        }
        return parts;
    }

    private Extensions extensions() {
        return Extensions.of(MistralChatDialect.ID, unknown);
    }
}
