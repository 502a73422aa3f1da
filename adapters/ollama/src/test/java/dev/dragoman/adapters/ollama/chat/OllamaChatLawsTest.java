// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

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
import java.util.regex.Pattern;

/** The laws of a dialect, for Ollama's chat. */
class OllamaChatLawsTest extends DialectLaws {
    @Override
    protected Dialect dialect() {
        return new OllamaChatDialect();
    }

    @Override
    protected StreamGrammar streamGrammar() {
        return new OllamaChatStreamGrammar();
    }

    /** A result names the tool as well as the call; where a request names the call alone, the tool follows from it. */
    @Override
    protected ChatRequest comparable(ChatRequest request) {
        return OllamaChatToolNames.withoutThoseOfCalls(request);
    }

    private static final Pattern OPEN = Pattern.compile(
            "|options|format|message|messages\\[\\d+]|(message|messages\\[\\d+])\\.tool_calls\\[\\d+](\\.function)?"
                    + "|tools\\[\\d+](\\.function)?");

    @Override
    protected boolean keepsUnknownFieldsAt(String wirePath) {
        return OPEN.matcher(wirePath).matches();
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
