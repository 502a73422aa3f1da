// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.testkit.DialectLaws;
import dev.dragoman.testkit.StreamGrammar;
import dev.dragoman.testkit.json.JsonTrees;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The laws of a dialect, for Cohere Chat. */
class CohereChatLawsTest extends DialectLaws {
    @Override
    protected Dialect dialect() {
        return new CohereChatDialect();
    }

    @Override
    protected String vendor() {
        return "cohere";
    }

    @Override
    protected StreamGrammar streamGrammar() {
        return new CohereChatStreamGrammar();
    }

    /** Errors have a status and a text for a person, and no word for a machine. */
    @Override
    protected Map<ErrorKind, ErrorKind> mergedErrorKinds() {
        return Map.of(
                ErrorKind.CONTENT_BLOCKED, ErrorKind.INVALID_REQUEST,
                ErrorKind.QUOTA, ErrorKind.BILLING);
    }

    /** A stream tells its failure in a text, and only by a word that it took too long. */
    @Override
    protected Map<ErrorKind, ErrorKind> mergedStreamErrorKinds() {
        Map<ErrorKind, ErrorKind> merged = new EnumMap<>(ErrorKind.class);
        for (ErrorKind kind : ErrorKind.values()) {
            boolean told = kind == ErrorKind.TIMEOUT || kind == ErrorKind.CONTEXT_LENGTH;
            merged.put(kind, told ? kind : ErrorKind.INTERNAL);
        }
        return merged;
    }

    /** What the vendor gets back is a bare thinking block: it names its issuer by being there, but not the model. */
    @Override
    protected ChatRequest comparable(ChatRequest request) {
        List<Message> messages = new ArrayList<>();
        for (Message message : request.messages()) {
            List<Part> parts = new ArrayList<>();
            message.parts()
                    .forEach(part -> parts.add(part instanceof Reasoning thought ? withoutModel(thought) : part));
            messages.add(new Message(message.role(), parts, message.name(), message.extensions()));
        }
        return request.toBuilder().messages(messages).build();
    }

    private static Reasoning withoutModel(Reasoning thought) {
        Origin origin = thought.origin();
        return new Reasoning(
                thought.text(),
                thought.summary(),
                thought.signature(),
                thought.encrypted(),
                thought.id(),
                CohereChatSeal.isNative(origin) ? CohereChatSeal.NATIVE_ORIGIN : origin,
                thought.extensions());
    }

    @Override
    protected Optional<WireRequest> nextTurn(byte[] responseBody, Map<String, String> toolResults) {
        JsonNode answer = JsonTrees.parse(responseBody).path("message");
        ObjectNode request = (ObjectNode) JsonTrees.parse("{\"model\":\"sample-model\",\"messages\":[]}");
        ArrayNode messages = (ArrayNode) request.get("messages");
        messages.addObject().put("role", "user").put("content", "Hello");
        messages.add(answer);
        toolResults.forEach((id, text) ->
                messages.addObject().put("role", "tool").put("tool_call_id", id).put("content", text));
        messages.addObject().put("role", "user").put("content", "Go on.");
        return Optional.of(WireRequest.of(JsonTrees.write(request)));
    }
}
