// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.testkit.DialectLaws;
import dev.dragoman.testkit.StreamGrammar;
import dev.dragoman.testkit.json.JsonTrees;
import java.util.Map;
import java.util.Optional;

/** The laws of a dialect, for OpenAI Chat Completions. */
class OpenAiChatLawsTest extends DialectLaws {
    @Override
    protected Dialect dialect() {
        return new OpenAiChatDialect();
    }

    @Override
    protected StreamGrammar streamGrammar() {
        return new OpenAiChatStreamGrammar(true);
    }

    /** Several compatible vendors leave out {@code [DONE]}; a finish reason of every choice is an end as well. */
    @Override
    protected StreamGrammar vendorStreamGrammar() {
        return new OpenAiChatStreamGrammar(false);
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
