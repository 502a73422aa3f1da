// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.framing.Frame;
import dev.dragoman.testkit.StreamGrammar;
import dev.dragoman.testkit.json.JsonTrees;
import java.util.List;
import java.util.Set;

/**
 * The order of a stream's events, after AWS' documentation of {@code ConverseStream} and what its SDKs rely on: one start; blocks
 * one after another with rising indexes; a call begins with its id and name, other blocks may begin with their first delta; a
 * stop of each block; why it ended; the counts. An exception may come at any time and is the last.
 */
final class BedrockConverseStreamGrammar implements StreamGrammar {
    /** What a complete stream ends with. */
    enum Ends {
        /** As documented. */
        WITH_METADATA,
        /** As clients take it. */
        WITH_STOP
    }

    private static final Set<String> EXCEPTIONS = Set.of(
            "internalServerException",
            "modelStreamErrorException",
            "validationException",
            "throttlingException",
            "serviceUnavailableException");

    private final Ends ends;
    private boolean started;
    private boolean stopped;
    private boolean over;
    private int last = -1;
    private boolean open;
    private String kind = "";
    private boolean sealed;
    private boolean calls;

    BedrockConverseStreamGrammar(Ends ends) {
        this.ends = ends;
    }

    @Override
    public void accept(Frame frame) {
        require(!over, "an event after the end");
        String type = String.valueOf(frame.event());
        JsonNode payload = JsonTrees.parse(frame.text());
        if (type.startsWith("exception:")) {
            require(EXCEPTIONS.contains(type.substring("exception:".length())), "no exception is called " + type);
            require(payload.path("message").isTextual(), "an exception has a message");
            over = true;
            return;
        }
        switch (type) {
            case "messageStart" -> {
                require(!started, "one messageStart");
                require(payload.path("role").asText().equals("assistant"), "a message has a role");
                started = true;
            }
            case "contentBlockStart" -> begin(payload);
            case "contentBlockDelta" -> delta(payload);
            case "contentBlockStop" -> {
                require(open && index(payload) == last, "a stop belongs to the open block");
                open = false;
            }
            case "messageStop" -> {
                require(started && !open && !stopped, "messageStop comes once, after the last block");
                String reason = payload.path("stopReason").asText();
                require(!reason.isEmpty(), "messageStop tells a reason");
                require(!reason.equals("end_turn") || !calls, "calls end in tool_use");
                stopped = true;
            }
            case "metadata" -> metadata(payload);
            default -> throw new IllegalStateException("no event is called " + type);
        }
    }

    private static int index(JsonNode payload) {
        return payload.path("contentBlockIndex").asInt(-1);
    }

    private void open(JsonNode payload) {
        require(started && !stopped, "blocks come between start and stop");
        require(!open, "blocks do not interleave");
        require(index(payload) > last, "indexes of blocks rise");
        last = index(payload);
        open = true;
        kind = "";
        sealed = false;
    }

    private void begin(JsonNode payload) {
        open(payload);
        JsonNode start = payload.path("start");
        require(start.isObject() && start.size() == 1, "a start has one member");
        if (start.has("toolUse")) {
            kind = "toolUse";
            calls |= !start.at("/toolUse").has("type");
            require(start.at("/toolUse/toolUseId").isTextual(), "a call has an id");
            require(start.at("/toolUse/name").isTextual(), "a call has a name");
        }
    }

    private void delta(JsonNode payload) {
        if (!open || index(payload) != last) {
            open(payload);
        }
        JsonNode delta = payload.path("delta");
        require(delta.isObject() && delta.size() == 1, "a delta has one member");
        String member = delta.fieldNames().next();
        String family = member.equals("citation") ? "text" : member;
        require(kind.isEmpty() || kind.equals(family), "a block of " + kind + " has no " + member);
        kind = family;
        switch (member) {
            case "text" -> require(delta.get("text").isTextual(), "text is a string");
            case "toolUse" -> require(delta.at("/toolUse/input").isTextual(), "input is a piece of text");
            case "reasoningContent" -> reasoning(delta.get("reasoningContent"));
            default -> {}
        }
    }

    private void reasoning(JsonNode reasoning) {
        require(reasoning.size() == 1, "reasoning has one member");
        require(!sealed, "a signature comes once and last");
        sealed = reasoning.has("signature");
    }

    private void metadata(JsonNode payload) {
        require(stopped, "metadata comes after messageStop");
        for (String count : List.of("inputTokens", "outputTokens", "totalTokens")) {
            require(payload.at("/usage/" + count).isIntegralNumber(), "usage has " + count);
        }
        require(payload.at("/metrics/latencyMs").isNumber(), "metrics have a latency");
        over = true;
    }

    @Override
    public void end() {
        boolean complete = over || (ends == Ends.WITH_STOP && stopped);
        require(complete, "neither the end nor an exception");
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalStateException(rule);
        }
    }
}
