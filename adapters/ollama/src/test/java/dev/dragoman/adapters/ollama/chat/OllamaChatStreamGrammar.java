// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.framing.Frame;
import dev.dragoman.testkit.StreamGrammar;
import dev.dragoman.testkit.json.JsonTrees;
import java.time.OffsetDateTime;
import java.util.Iterator;

/**
 * The lines of a stream, after the page "Streaming" of Ollama's documentation, {@code api.ChatResponse} of its server and what npm
 * {@code ollama} 0.6.4 relies on: each line is an object with model, time and a message of the assistant with a text; calls are
 * whole, with arguments that are an object; the last line alone says {@code "done": true} and why; or it is an error with a text.
 */
final class OllamaChatStreamGrammar implements StreamGrammar {
    private boolean over;
    private int calls;
    private String model = "";

    @Override
    public void accept(Frame frame) {
        require(!over, "a line after the end");
        JsonNode line = JsonTrees.parse(frame.text());
        require(line.isObject(), "a line is an object");
        if (line.has("error")) {
            require(line.get("error").isTextual(), "an error is a text");
            over = true;
            return;
        }
        require(line.path("model").isTextual(), "a line names the model");
        require(model.isEmpty() || model.equals(line.get("model").asText()), "all lines name one model");
        model = line.get("model").asText();
        OffsetDateTime.parse(line.path("created_at").asText());
        message(line.path("message"));
        require(line.path("done").isBoolean(), "a line says whether it is the last");
        require(!line.has("logprobs") || line.get("logprobs").isArray(), "probabilities are an array");
        if (line.get("done").asBoolean()) {
            require(line.path("done_reason").isTextual(), "the last line says why");
            over = true;
        } else {
            for (String member : new String[] {"done_reason", "eval_count", "prompt_eval_count", "total_duration"}) {
                require(!line.has(member), member + " stands in the last line");
            }
        }
    }

    private void message(JsonNode message) {
        require(message.path("role").asText().equals("assistant"), "the assistant speaks");
        require(message.path("content").isTextual(), "a message has a text, if only an empty one");
        require(!message.has("thinking") || message.get("thinking").isTextual(), "thoughts are a text");
        message.path("images").forEach(image -> require(image.isTextual(), "a picture is a text"));
        for (Iterator<JsonNode> it = message.path("tool_calls").elements(); it.hasNext(); ) {
            JsonNode function = it.next().path("function");
            require(function.path("name").isTextual(), "a call names the tool");
            require(function.path("arguments").isObject(), "arguments are an object");
            require(function.path("index").asInt(-1) == calls++, "calls are numbered from 0");
        }
    }

    @Override
    public void end() {
        require(over, "neither a last line nor an error");
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalStateException(rule);
        }
    }
}
