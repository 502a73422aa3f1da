// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.framing.Frame;
import dev.dragoman.testkit.StreamGrammar;
import dev.dragoman.testkit.json.JsonTrees;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order of a message's events, after Anthropic's documentation ("Streaming messages") and what its SDKs for TypeScript and
 * Java rely on: each event is named by its type; one start; blocks one after another, numbered from 0, each with its own kinds of
 * deltas; a call has at least one piece of arguments; one signature, directly before the stop; counts with the end.
 */
final class AnthropicMessagesStreamGrammar implements StreamGrammar {
    private static final Map<String, Set<String>> DELTAS = Map.of(
            "text", Set.of("text_delta", "citations_delta"),
            "thinking", Set.of("thinking_delta", "signature_delta"),
            "tool_use", Set.of("input_json_delta"),
            "server_tool_use", Set.of("input_json_delta"));

    private boolean started;
    private boolean finished;
    private boolean over;
    private int blocks;
    private boolean open;
    private String kind = "";
    private String lastDelta = "";
    private boolean calls;

    @Override
    public void accept(Frame frame) {
        require(!over, "an event after the end");
        JsonNode event = JsonTrees.parse(frame.text());
        String type = event.path("type").asText();
        require(type.equals(frame.event()), "the event's name is its type");
        switch (type) {
            case "ping" -> {}
            case "error" -> {
                require(event.path("error").path("type").isTextual(), "an error has a type");
                require(event.path("error").path("message").isTextual(), "an error has a message");
                over = true;
            }
            case "message_start" -> start(event.path("message"));
            case "content_block_start" -> begin(event);
            case "content_block_delta" -> delta(event);
            case "content_block_stop" -> stop(event);
            case "message_delta" -> finish(event);
            case "message_stop" -> {
                require(finished, "message_stop comes after message_delta");
                over = true;
            }
            default -> throw new IllegalStateException("no event is called " + type);
        }
    }

    private void start(JsonNode message) {
        require(!started, "one message_start");
        started = true;
        for (String member : List.of("id", "type", "role", "model")) {
            require(message.path(member).isTextual(), "a message has " + member);
        }
        require(message.path("content").isArray() && message.get("content").isEmpty(), "content begins empty");
        require(message.path("usage").path("input_tokens").isIntegralNumber(), "a message counts its input");
        require(message.path("usage").path("output_tokens").isIntegralNumber(), "a message counts its output");
    }

    private void begin(JsonNode event) {
        require(started && !finished, "blocks come between start and end");
        require(!open, "blocks do not interleave");
        require(event.path("index").asInt(-1) == blocks, "blocks are numbered from 0");
        JsonNode block = event.path("content_block");
        kind = block.path("type").asText();
        require(!kind.isEmpty(), "a block has a type");
        require(!kind.equals("text") || block.path("text").isTextual(), "a text begins with a text");
        require(!kind.equals("thinking") || block.path("thinking").isTextual(), "thinking begins with a text");
        if (kind.equals("tool_use")) {
            calls = true;
            require(block.path("id").isTextual() && block.path("name").isTextual(), "a call has an id and a name");
            require(block.path("input").isObject() && block.get("input").isEmpty(), "input begins empty");
        }
        open = true;
        lastDelta = "";
    }

    private void delta(JsonNode event) {
        require(open && event.path("index").asInt(-1) == blocks, "a delta belongs to the open block");
        String type = event.path("delta").path("type").asText();
        require(DELTAS.getOrDefault(kind, Set.of(type)).contains(type), "a block of " + kind + " has no " + type);
        require(!lastDelta.equals("signature_delta"), "a signature comes once and last");
        lastDelta = type;
    }

    private void stop(JsonNode event) {
        require(open && event.path("index").asInt(-1) == blocks, "a stop belongs to the open block");
        boolean silentCall = kind.endsWith("tool_use") && lastDelta.isEmpty() && !kind.startsWith("mcp");
        require(!silentCall, "a call has at least one piece of arguments");
        require(!kind.equals("thinking") || lastDelta.equals("signature_delta"), "thinking ends with its signature");
        open = false;
        blocks++;
    }

    private void finish(JsonNode event) {
        require(started && !open, "message_delta comes after the last block");
        require(event.path("usage").path("output_tokens").isIntegralNumber(), "message_delta counts the output");
        JsonNode delta = event.path("delta");
        if (delta.hasNonNull("stop_reason")) {
            require(!delta.get("stop_reason").asText().equals("end_turn") || !calls, "calls end in tool_use");
            finished = true;
        }
    }

    @Override
    public void end() {
        require(over, "neither message_stop nor an error");
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalStateException(rule);
        }
    }
}
