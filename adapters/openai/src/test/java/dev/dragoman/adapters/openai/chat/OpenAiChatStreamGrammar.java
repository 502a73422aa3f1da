// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.framing.Frame;
import dev.dragoman.testkit.StreamGrammar;
import dev.dragoman.testkit.json.JsonTrees;
import java.util.HashMap;
import java.util.Map;

/**
 * The order of a chat completion's chunks, after OpenAI's API reference ("chat/streaming") and what its Node and Java SDKs
 * rely on: the head is the same in each chunk; a choice begins with its role, ends with one finish reason, and only sound may
 * follow that; usage stands alone in a chunk without choices, after all of them; {@code [DONE]} or an error is the end.
 */
final class OpenAiChatStreamGrammar implements StreamGrammar {
    private final boolean strict;
    private final Map<Integer, OpenAiChatChoiceGrammar> choices = new HashMap<>();
    private final Map<String, JsonNode> head = new HashMap<>();
    private boolean counted;
    private boolean over;

    /** @param strict whether {@code [DONE]} must come, and not only a finish reason for each choice */
    OpenAiChatStreamGrammar(boolean strict) {
        this.strict = strict;
    }

    @Override
    public void accept(Frame frame) {
        require(!over, "a frame after the end");
        require(frame.event() == null, "events have no name");
        if (!strict && frame.length() == 0) {
            return;
        }
        if (frame.contentEquals("[DONE]")) {
            choices.forEach((index, choice) -> require(choice.isFinished(), "choice " + index + " has not finished"));
            over = true;
            return;
        }
        JsonNode chunk = JsonTrees.parse(frame.text());
        if (chunk.has("error")) {
            require(chunk.get("error").isObject(), "an error is an object");
            over = true;
            return;
        }
        require(!counted, "a chunk after the usage");
        require(chunk.path("object").asText().equals("chat.completion.chunk"), "object is chat.completion.chunk");
        sameHead(chunk, "id", "created", "model");
        require(chunk.path("choices").isArray(), "each chunk has choices");
        chunk.get("choices").forEach(this::choice);
        if (chunk.hasNonNull("usage")) {
            require(chunk.get("choices").isEmpty(), "usage stands in a chunk without choices");
            choices.forEach(
                    (index, choice) -> require(choice.isFinished(), "usage before choice " + index + " finished"));
            counted = true;
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
        require(index >= 0 && index < 128, "the index is from 0 to 127");
        choices.computeIfAbsent(index, i -> new OpenAiChatChoiceGrammar()).accept(choice);
    }

    @Override
    public void end() {
        boolean finished =
                !choices.isEmpty() && choices.values().stream().allMatch(OpenAiChatChoiceGrammar::isFinished);
        require(over || (!strict && finished), "neither [DONE] nor an error");
    }

    static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalStateException(rule);
        }
    }
}
