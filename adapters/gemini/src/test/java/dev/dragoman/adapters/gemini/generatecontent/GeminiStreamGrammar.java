// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.framing.Frame;
import dev.dragoman.testkit.StreamGrammar;
import dev.dragoman.testkit.json.JsonTrees;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The frames of a stream, after Google's documentation ("Generating content", {@code streamGenerateContent}) and what its SDKs rely
 * on: no frame has a name, each is a whole answer that adds to the one before; a part is one thing; a candidate that said why it
 * ended says no more; the stream is complete when all candidates have, or when the prompt was blocked. There is no mark at the end.
 */
final class GeminiStreamGrammar implements StreamGrammar {
    private static final List<String> DATA = List.of(
            "text",
            "inlineData",
            "fileData",
            "functionCall",
            "functionResponse",
            "executableCode",
            "codeExecutionResult",
            "toolCall",
            "toolResponse",
            "audioTranscription");

    private final Set<Integer> open = new HashSet<>();
    private final Set<Integer> finished = new HashSet<>();
    private boolean over;

    @Override
    public void accept(Frame frame) {
        require(frame.event() == null, "frames have no name");
        require(!over, "a frame after the end");
        JsonNode answer = JsonTrees.parse(frame.text());
        require(answer.isObject(), "a frame is an object");
        if (answer.has("error")) {
            error(answer.get("error"));
            return;
        }
        if (answer.path("promptFeedback").has("blockReason")) {
            require(
                    !answer.has("candidates") && open.isEmpty() && finished.isEmpty(),
                    "a blocked prompt has no answer");
            over = true;
            return;
        }
        require(answer.has("candidates") || answer.has("usageMetadata"), "a frame adds something");
        answer.path("candidates").forEach(this::candidate);
        over = open.isEmpty() && !finished.isEmpty();
    }

    private void error(JsonNode error) {
        int code = error.path("code").asInt();
        require(code >= 400 && code <= 599, "an error has a status");
        require(error.path("message").isTextual() && error.path("status").isTextual(), "an error says what failed");
        over = true;
    }

    private void candidate(JsonNode candidate) {
        require(candidate.path("index").isIntegralNumber(), "a candidate has a number");
        int index = candidate.get("index").asInt();
        require(!finished.contains(index), "a candidate that ended says no more");
        open.add(index);
        if (candidate.has("content")) {
            JsonNode content = candidate.get("content");
            require(content.path("role").asText().equals("model"), "contents are the model's");
            require(content.path("parts").isArray() && !content.get("parts").isEmpty(), "a content has parts");
            content.get("parts").forEach(GeminiStreamGrammar::part);
        }
        if (candidate.has("finishReason")) {
            require(candidate.get("finishReason").isTextual(), "a reason is a word");
            open.remove(index);
            finished.add(index);
        }
    }

    private static void part(JsonNode part) {
        long things = DATA.stream().filter(part::has).count();
        boolean unknown = things == 0 && !part.isEmpty();
        require(things == 1 || unknown, "a part is one thing");
        if (part.has("functionCall")) {
            require(part.get("functionCall").path("name").isTextual(), "a call names its function");
            require(part.get("functionCall").path("args").isObject(), "a call comes whole");
        }
    }

    @Override
    public void end() {
        require(over, "neither all candidates ended nor an error");
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalStateException(rule);
        }
    }
}
