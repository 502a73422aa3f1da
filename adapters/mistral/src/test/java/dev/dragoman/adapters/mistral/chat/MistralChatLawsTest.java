// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.testkit.DialectLaws;
import dev.dragoman.testkit.StreamGrammar;
import dev.dragoman.testkit.json.JsonTrees;
import java.util.Map;
import java.util.Optional;

/** The laws of a dialect, for Mistral Chat Completions. */
class MistralChatLawsTest extends DialectLaws {
    @Override
    protected Dialect dialect() {
        return new MistralChatDialect();
    }

    @Override
    protected StreamGrammar streamGrammar() {
        return new MistralChatStreamGrammar();
    }

    /** What is sent back to the vendor names its issuer by being there, but not the model: the vendor has no place for that. */
    @Override
    protected ChatRequest comparable(ChatRequest request) {
        return MistralChatOrigins.withoutModels(request);
    }

    @Override
    protected Optional<WireRequest> nextTurn(byte[] responseBody, Map<String, String> toolResults) {
        JsonNode answer = JsonTrees.parse(responseBody).at("/choices/0/message");
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
