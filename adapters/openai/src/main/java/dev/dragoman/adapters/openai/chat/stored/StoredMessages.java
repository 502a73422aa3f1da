// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat.stored;

import dev.dragoman.adapters.openai.chat.OpenAiChatDialect;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Logprobs;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message of a stored conversation. What the model said is written as in an answer, anything else as in a request; content
 * that is more than a text stands in {@code content_parts}, and {@code content} is {@code null}.
 */
final class StoredMessages {
    private static final String CONTENT = "content";
    private static final String PARTS = "content_parts";
    private static final String CALL_ID = "tool_call_id";

    private final Dialect dialect = new OpenAiChatDialect();
    private final String vendor;

    StoredMessages(String vendor) {
        this.vendor = vendor;
    }

    StoredMessage decode(RawJson json) {
        Map<String, RawJson> members = StoredChats.members(json);
        String id = text(members.remove("id"));
        RawJson parts = members.remove(PARTS);
        if (parts != null && !parts.isNull()) {
            members.put(CONTENT, parts);
        }
        String role = text(members.get("role"));
        if (role.equals("assistant")) {
            return new StoredMessage(id, answered(members));
        }
        if (role.equals("tool")) {
            // The list does not name the call that a result answers.
            members.putIfAbsent(CALL_ID, RawJson.string(id));
        }
        members.values().removeIf(RawJson::isNull);
        members.putIfAbsent(CONTENT, RawJson.string(""));
        byte[] body = StoredChats.written(out -> {
            out.field("model", "stored").beginArray("messages").beginObject();
            members.forEach(out::field);
            out.endObject().endArray();
        });
        ChatRequest request =
                dialect.requestDecoder().decode(WireRequest.of(body)).request();
        return new StoredMessage(id, request.messages().get(0));
    }

    /** The name of a speaker, which answers do not have, is no extension. */
    private Message answered(Map<String, RawJson> members) {
        RawJson name = members.remove("name");
        byte[] body = StoredChats.written(out -> {
            out.beginArray("choices").beginObject().beginObject("message");
            members.forEach(out::field);
            out.endObject().endObject().endArray();
        });
        ChatResponse response = dialect.responseDecoder().decode(body, new ReplySource(vendor, "", null));
        Message message = response.choices().get(0).message();
        return name == null || name.isNull()
                ? message
                : new Message(message.role(), message.parts(), text(name), message.extensions());
    }

    RawJson encode(StoredMessage stored, Losses losses) {
        Message message = stored.message();
        Map<String, RawJson> members =
                message.role() == Role.ASSISTANT ? answer(message, losses) : question(message, losses);
        RawJson content = members.getOrDefault(CONTENT, RawJson.NULL);
        members.put(CONTENT, content.isArray() ? RawJson.NULL : content);
        members.put(PARTS, content.isArray() ? content : RawJson.NULL);
        members.put("name", message.name() == null ? RawJson.NULL : RawJson.string(message.name()));
        members.remove(CALL_ID, RawJson.string(stored.id()));
        return RawJson.parse(StoredChats.written(out -> {
            out.field("id", stored.id());
            members.forEach(out::field);
        }));
    }

    private Map<String, RawJson> answer(Message message, Losses losses) {
        Message nameless = new Message(message.role(), message.parts(), null, message.extensions());
        Choice choice =
                new Choice(0, nameless, FinishReason.of(FinishReason.Kind.STOP, null), Logprobs.NONE, Extensions.NONE);
        ChatResponse response =
                new ChatResponse("stored", "stored", 0L, List.of(choice), null, null, null, Extensions.NONE, List.of());
        byte[] body =
                dialect.responseEncoder().encode(response, EncodeContext.toClient(losses, ReplyShape.DEFAULT, null));
        return StoredChats.members(element(element(RawJson.parse(body), "choices"), "message"));
    }

    private Map<String, RawJson> question(Message message, Losses losses) {
        ChatRequest request =
                ChatRequest.builder("stored").messages(asked(message)).build();
        byte[] body = dialect.requestEncoder()
                .encode(request, EncodeContext.toVendor(losses, vendor))
                .body();
        return StoredChats.members(element(RawJson.parse(body), "messages"));
    }

    /** A result stays one only behind its call. */
    private static List<Message> asked(Message message) {
        return message.parts().size() == 1 && message.parts().get(0) instanceof ToolResult result
                ? List.of(Message.of(Role.ASSISTANT, List.of(ToolCall.of(result.callId(), "stored", "{}"))), message)
                : List.of(message);
    }

    /** A member of an object; of an array the last element. */
    private static RawJson element(RawJson object, String name) {
        RawJson value = StoredChats.members(object).getOrDefault(name, RawJson.NULL);
        if (!value.isArray()) {
            return value;
        }
        try (JsonReader in = value.reader()) {
            RawJson last = RawJson.NULL;
            in.beginArray();
            while (in.nextElement()) {
                last = in.raw();
            }
            return last;
        }
    }

    private static String text(@Nullable RawJson json) {
        if (json == null) {
            return "";
        }
        try (JsonReader in = json.reader()) {
            String text = in.stringOrNull();
            return text == null ? "" : text;
        }
    }
}
