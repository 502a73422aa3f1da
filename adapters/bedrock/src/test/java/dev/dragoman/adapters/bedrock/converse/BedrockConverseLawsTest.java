// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.testkit.DialectLaws;
import dev.dragoman.testkit.StreamGrammar;
import dev.dragoman.testkit.json.JsonTrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The laws of a dialect, for Bedrock Converse. */
class BedrockConverseLawsTest extends DialectLaws {
    @Override
    protected Dialect dialect() {
        return new BedrockConverseDialect();
    }

    @Override
    protected String vendor() {
        return "bedrock";
    }

    @Override
    protected StreamGrammar streamGrammar() {
        return new BedrockConverseStreamGrammar(BedrockConverseStreamGrammar.Ends.WITH_METADATA);
    }

    /** Clients take a stream without its last event, {@code metadata}, as complete, and some models leave it out. */
    @Override
    protected StreamGrammar vendorStreamGrammar() {
        return new BedrockConverseStreamGrammar(BedrockConverseStreamGrammar.Ends.WITH_STOP);
    }

    /** The path names the model and says whether to stream. */
    @Override
    protected WireRequest asClientRequest(EncodedRequest encoded, ChatRequest request) {
        return new WireRequest(encoded.body(), request.model(), request.stream(), encoded.headers());
    }

    /** Blocks and tools are objects whose one member names their kind. */
    @Override
    protected RawJson unknownJson(String type) {
        return RawJson.parse("{\"" + type + "\":{\"x_testkit_content\":{\"a\":[1,2.5,null]}}}");
    }

    /** What returns to the vendor names its issuer, but not the model: the signature does that for him alone. */
    @Override
    protected ChatRequest comparable(ChatRequest request) {
        List<Message> messages = new ArrayList<>();
        for (Message message : request.messages()) {
            List<Part> parts = new ArrayList<>();
            message.parts().forEach(part -> parts.add(part instanceof Reasoning thought ? bare(thought) : part));
            messages.add(new Message(message.role(), parts, message.name(), message.extensions()));
        }
        return request.toBuilder().messages(messages).build();
    }

    private static Reasoning bare(Reasoning thought) {
        Origin origin = thought.origin();
        boolean ours = origin != null && BedrockConverseOrigins.isNative(origin.vendor());
        return new Reasoning(
                thought.text(),
                thought.summary(),
                thought.signature(),
                thought.encrypted(),
                thought.id(),
                ours ? new Origin(origin.vendor(), null) : origin,
                thought.extensions());
    }

    @Override
    protected Optional<WireRequest> nextTurn(byte[] responseBody, Map<String, String> toolResults) {
        JsonNode answer = JsonTrees.parse(responseBody).at("/output/message");
        ObjectNode request = (ObjectNode) JsonTrees.parse("{\"messages\":[]}");
        ArrayNode messages = (ArrayNode) request.get("messages");
        messages.addObject().put("role", "user").putArray("content").addObject().put("text", "Hello");
        messages.add(answer);
        ArrayNode next = messages.addObject().put("role", "user").putArray("content");
        toolResults.forEach((id, text) -> {
            ObjectNode result = next.addObject().putObject("toolResult").put("toolUseId", id);
            result.putArray("content").addObject().put("text", text);
        });
        next.addObject().put("text", "Go on.");
        return Optional.of(new WireRequest(JsonTrees.write(request), "sample-model", false, Map.of()));
    }
}
