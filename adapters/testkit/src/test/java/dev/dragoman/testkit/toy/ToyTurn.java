// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.toy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.model.Message;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.testkit.model.CanonicalJson;
import java.util.Map;

/** What a client of the toy sends after it got an answer. */
public final class ToyTurn {
    private ToyTurn() {}

    /** The request with the answer in it. */
    public static WireRequest after(byte[] responseBody, Map<String, String> toolResults) {
        JsonNode answer = JsonTrees.parse(responseBody).at("/choices/0/message");
        ObjectNode request = (ObjectNode) JsonTrees.parse("{\"model\":\"sample-model\",\"stream\":false}");
        ArrayNode messages = request.putArray("messages").add(CanonicalJson.of(Message.user("Hello")));
        messages.add(answer);
        toolResults.forEach((id, text) -> messages.add(CanonicalJson.of(Message.toolResult(id, text))));
        messages.add(CanonicalJson.of(Message.user("Go on.")));
        return WireRequest.of(JsonTrees.write(request));
    }
}
