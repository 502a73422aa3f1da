// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.testkit.DialectLaws;
import dev.dragoman.testkit.StreamGrammar;
import dev.dragoman.testkit.json.JsonTrees;
import java.util.Map;
import java.util.Optional;

/** The laws of a dialect, for Gemini. */
class GeminiLawsTest extends DialectLaws {
    @Override
    protected Dialect dialect() {
        return new GeminiDialect();
    }

    @Override
    protected StreamGrammar streamGrammar() {
        return new GeminiStreamGrammar();
    }

    /** The model, the wish for a stream and its form stand in path and query. */
    @Override
    protected WireRequest asClientRequest(EncodedRequest encoded, ChatRequest request) {
        Map<String, String> query = encoded.path().endsWith("?alt=sse") ? Map.of("alt", "sse") : Map.of();
        return new WireRequest(encoded.body(), request.model(), request.stream(), encoded.headers(), query);
    }

    /** Parts and tools name what they are by their one member. */
    @Override
    protected RawJson unknownJson(String type) {
        return RawJson.parse("{\"" + type + "\":{\"x_testkit_content\":{\"a\":[1,2.5,null]}}}");
    }

    @Override
    protected ChatRequest comparable(ChatRequest request) {
        return GeminiComparable.of(request);
    }

    @Override
    protected Optional<WireRequest> nextTurn(byte[] responseBody, Map<String, String> toolResults) {
        JsonNode answer =
                JsonTrees.parse(responseBody).path("candidates").path(0).path("content");
        ObjectNode request = (ObjectNode) JsonTrees.parse("{\"contents\":[]}");
        ArrayNode contents = (ArrayNode) request.get("contents");
        contents.addObject().put("role", "user").putArray("parts").addObject().put("text", "Hello");
        if (answer.has("parts")) {
            contents.add(answer);
        }
        ArrayNode next = contents.addObject().put("role", "user").putArray("parts");
        Map<String, String> names = GeminiComparable.names(answer);
        toolResults.forEach((id, text) -> {
            ObjectNode response = next.addObject().putObject("functionResponse");
            response.put("id", id).put("name", names.getOrDefault(id, "get_weather"));
            response.putObject("response").put("output", text);
        });
        next.addObject().put("text", "Go on.");
        return Optional.of(new WireRequest(JsonTrees.write(request), "sample-model", false, Map.of()));
    }
}
