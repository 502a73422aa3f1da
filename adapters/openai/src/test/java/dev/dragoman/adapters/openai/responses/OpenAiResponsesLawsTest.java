// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

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

/** The laws of a dialect, for OpenAI Responses. */
class OpenAiResponsesLawsTest extends DialectLaws {
    @Override
    protected Dialect dialect() {
        return new OpenAiResponsesDialect();
    }

    @Override
    protected StreamGrammar streamGrammar() {
        return new OpenAiResponsesStreamGrammar();
    }

    @Override
    protected ChatRequest comparable(ChatRequest request) {
        return OpenAiResponsesDefaults.of(request);
    }

    @Override
    protected Optional<WireRequest> nextTurn(byte[] responseBody, Map<String, String> toolResults) {
        JsonNode output = JsonTrees.parse(responseBody).path("output");
        ObjectNode request = (ObjectNode) JsonTrees.parse("{\"model\":\"sample-model\",\"input\":[]}");
        ArrayNode input = (ArrayNode) request.get("input");
        input.addObject().put("role", "user").put("content", "Hello");
        output.forEach(input::add);
        toolResults.forEach((id, text) -> input.addObject()
                .put("type", "function_call_output")
                .put("call_id", id)
                .put("output", text));
        input.addObject().put("role", "user").put("content", "Go on.");
        return Optional.of(WireRequest.of(JsonTrees.write(request)));
    }
}
