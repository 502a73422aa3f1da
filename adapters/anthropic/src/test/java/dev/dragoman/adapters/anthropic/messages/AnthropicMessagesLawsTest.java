// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

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

/** The laws of a dialect, for Anthropic Messages. */
class AnthropicMessagesLawsTest extends DialectLaws {
    @Override
    protected Dialect dialect() {
        return new AnthropicMessagesDialect();
    }

    @Override
    protected String vendor() {
        return "anthropic";
    }

    @Override
    protected StreamGrammar streamGrammar() {
        return new AnthropicMessagesStreamGrammar();
    }

    /** A thinking block names its issuer, but not the model: the signature does that for him alone. */
    @Override
    protected ChatRequest comparable(ChatRequest request) {
        return AnthropicMessagesOrigins.withoutModels(request);
    }

    @Override
    protected Optional<WireRequest> nextTurn(byte[] responseBody, Map<String, String> toolResults) {
        JsonNode answer = JsonTrees.parse(responseBody).path("content");
        ObjectNode request =
                (ObjectNode) JsonTrees.parse("{\"model\":\"sample-model\",\"max_tokens\":500,\"messages\":[]}");
        ArrayNode messages = (ArrayNode) request.get("messages");
        messages.addObject().put("role", "user").put("content", "Hello");
        messages.addObject().put("role", "assistant").set("content", answer);
        ArrayNode next = messages.addObject().put("role", "user").putArray("content");
        toolResults.forEach((id, text) -> next.addObject()
                .put("type", "tool_result")
                .put("tool_use_id", id)
                .put("content", text));
        next.addObject().put("type", "text").put("text", "Go on.");
        return Optional.of(WireRequest.of(JsonTrees.write(request)));
    }
}
