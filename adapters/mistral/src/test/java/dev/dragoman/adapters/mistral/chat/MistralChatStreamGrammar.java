// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.framing.Frame;
import dev.dragoman.testkit.StreamGrammar;
import dev.dragoman.testkit.json.JsonTrees;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The order of a completion's chunks, after Mistral's documentation ("Streaming") and what its TypeScript SDK and the AI SDK
 * demand: the head is the same in each chunk; each choice has a delta and the key of its finish reason; nothing follows that
 * reason; a call has an id that is no null and a name; counts come with the last reason; {@code [DONE]} or an error is the end.
 */
final class MistralChatStreamGrammar implements StreamGrammar {
    private static final Set<String> CHUNKS =
            Set.of("text", "thinking", "reference", "image_url", "document_url", "file", "input_audio");

    private final Map<Integer, Boolean> finished = new HashMap<>();
    private final Map<String, JsonNode> head = new HashMap<>();
    private boolean counted;
    private boolean over;

    @Override
    public void accept(Frame frame) {
        require(!over, "a frame after the end");
        require(frame.event() == null, "events have no name");
        if (frame.contentEquals("[DONE]")) {
            require(!finished.containsValue(false), "every choice tells why it ended");
            over = true;
            return;
        }
        JsonNode chunk = JsonTrees.parse(frame.text());
        require(!counted, "a chunk after the counts");
        require(chunk.path("object").asText().equals("chat.completion.chunk"), "object is chat.completion.chunk");
        require(chunk.path("created").isIntegralNumber(), "created is an integer");
        sameHead(chunk, "id", "created", "model");
        require(chunk.path("choices").isArray(), "each chunk has choices");
        chunk.get("choices").forEach(this::choice);
        if (chunk.has("usage")) {
            require(chunk.get("usage").isObject(), "counts are left out where there are none");
            require(!finished.containsValue(false), "counts come with the last finish reason");
            counted = true;
        }
        if (chunk.hasNonNull("error")) {
            require(finished.containsValue(true), "a failure ends a choice");
            over = true;
        }
    }

    private void sameHead(JsonNode chunk, String... names) {
        for (String name : names) {
            require(chunk.hasNonNull(name), "each chunk has " + name);
            JsonNode before = head.putIfAbsent(name, chunk.get(name));
            require(before == null || before.equals(chunk.get(name)), name + " is the same in each chunk");
        }
    }

    private void choice(JsonNode choice) {
        require(choice.path("index").isIntegralNumber(), "a choice has an index");
        int index = choice.get("index").asInt();
        JsonNode reason = choice.get("finish_reason");
        require(choice.path("delta").isObject(), "a choice has a delta");
        require(reason != null && (reason.isNull() || reason.isTextual()), "a choice has the key finish_reason");
        boolean failure = reason.asText().equals("error");
        require(failure || !finished.getOrDefault(index, false), "nothing follows the finish reason");
        if (!finished.containsKey(index) && !failure) {
            require(choice.at("/delta/role").asText().equals("assistant"), "the first delta has a role");
        }
        finished.put(index, !reason.isNull());
        delta(choice.get("delta"));
    }

    private static void delta(JsonNode delta) {
        JsonNode content = delta.path("content");
        require(
                content.isMissingNode() || content.isTextual() || content.isArray(),
                "content is a string or an array of chunks");
        if (content.isArray()) {
            content.forEach(MistralChatStreamGrammar::chunk);
        }
        for (JsonNode call : delta.path("tool_calls")) {
            require(!call.has("id") || call.get("id").isTextual(), "an id is left out or a string");
            require(call.at("/function/name").isTextual(), "a call has a name, which may be empty");
            JsonNode arguments = call.at("/function/arguments");
            require(arguments.isTextual() || arguments.isObject(), "a call has arguments");
            require(!call.has("index") || call.get("index").isIntegralNumber(), "the index is an integer");
        }
    }

    private static void chunk(JsonNode chunk) {
        String type = chunk.path("type").asText();
        require(!type.isEmpty(), "a chunk has a type");
        if (CHUNKS.contains(type)) {
            String member = type.equals("file") ? "file_id" : type.equals("reference") ? "reference_ids" : type;
            require(chunk.has(member), "a chunk of " + type + " has " + member);
        }
        if (type.equals("thinking")) {
            require(chunk.get("thinking").isArray(), "thinking is an array");
        }
    }

    @Override
    public void end() {
        require(over, "neither [DONE] nor an error");
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalStateException(rule);
        }
    }
}
