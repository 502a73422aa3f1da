// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests without what no reader of this dialect can know: the model that made a signature, which the signature itself says to its
 * issuer, and whether a result repeated the name of the function that its call names (a response always does).
 */
final class GeminiComparable {
    private GeminiComparable() {}

    static ChatRequest of(ChatRequest request) {
        Map<String, String> names = new HashMap<>();
        List<Message> messages = new ArrayList<>();
        for (Message message : request.messages()) {
            List<Part> parts = new ArrayList<>();
            for (Part part : message.parts()) {
                if (part instanceof ToolCall call) {
                    names.put(call.id(), call.name());
                }
                parts.add(bare(part, names));
            }
            messages.add(new Message(message.role(), parts, message.name(), message.extensions()));
        }
        return request.toBuilder().messages(messages).build();
    }

    private static Part bare(Part part, Map<String, String> names) {
        if (part instanceof Reasoning thought) {
            return new Reasoning(
                    thought.text(),
                    thought.summary(),
                    thought.signature(),
                    thought.encrypted(),
                    thought.id(),
                    bare(thought.origin()),
                    thought.extensions());
        } else if (part instanceof Text text) {
            return new Text(text.text(), text.citations(), bare(text.signature()), text.cache(), text.extensions());
        } else if (part instanceof ToolCall call) {
            return new ToolCall(
                    call.id(),
                    call.kind(),
                    call.name(),
                    call.arguments(),
                    bare(call.signature()),
                    call.cache(),
                    call.extensions());
        } else if (part instanceof ToolResult result
                && result.name() != null
                && result.name().equals(names.get(result.callId()))) {
            return new ToolResult(
                    result.callId(), null, result.content(), result.error(), result.cache(), result.extensions());
        }
        return part;
    }

    private static @Nullable Signature bare(@Nullable Signature signature) {
        return signature == null ? null : new Signature(signature.value(), bare(signature.origin()));
    }

    private static @Nullable Origin bare(@Nullable Origin origin) {
        return origin == null ? null : new Origin(origin.vendor(), null);
    }

    /** Ids of calls of a content to the names of their functions. */
    static Map<String, String> names(JsonNode content) {
        Map<String, String> names = new LinkedHashMap<>();
        for (JsonNode part : content.path("parts")) {
            JsonNode call = part.path("functionCall");
            if (call.has("id")) {
                names.put(call.path("id").asText(), call.path("name").asText());
            }
        }
        return names;
    }
}
