// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.framing.Frame;
import dev.dragoman.testkit.StreamGrammar;
import dev.dragoman.testkit.json.JsonTrees;
import java.util.HashSet;
import java.util.Set;

/**
 * The order of a message's events, after Cohere's documentation ("Streaming responses", "Tool use", "Citations") and what its SDKs
 * and the AI SDK read: one {@code message-start} with an id; content blocks, calls and citations, each numbered from 0 by a count
 * of its own, opened and closed once; pieces of the kind that was opened; a plan before the calls, without start and end; one
 * {@code message-end} with the reason and the counts, or with the text of a failure.
 */
final class CohereChatStreamGrammar implements StreamGrammar {
    private boolean started;
    private boolean over;
    private int blocks;
    private int calls;
    private int citations;
    private String kind = "";
    private boolean openBlock;
    private boolean openCall;
    private boolean openCitation;
    private final Set<Integer> texts = new HashSet<>();

    @Override
    public void accept(Frame frame) {
        require(!over, "an event after the end");
        JsonNode event = JsonTrees.parse(frame.text());
        String type = event.path("type").asText();
        require(type.equals(frame.event()), "the event's name is its type");
        require(started || type.equals("message-start"), "message-start comes first");
        JsonNode message = event.path("delta").path("message");
        switch (type) {
            case "message-start" -> {
                require(!started, "one message-start");
                started = true;
                require(event.path("id").isTextual(), "a message has an id");
                require(message.path("role").asText().equals("assistant"), "the assistant speaks");
            }
            case "content-start" -> begin(event, message.path("content"));
            case "content-delta" -> delta(event, message.path("content"));
            case "content-end" -> {
                require(
                        openBlock && !openCitation && index(event) == blocks,
                        "a block's end belongs to the open block");
                openBlock = false;
                blocks++;
            }
            case "tool-plan-delta" -> {
                require(!openBlock && !openCall, "a plan stands outside of blocks and calls");
                require(message.path("tool_plan").isTextual(), "a plan is a text");
            }
            case "tool-call-start" -> call(event, message.path("tool_calls"));
            case "tool-call-delta" -> {
                require(openCall && index(event) == calls, "a call's piece belongs to the open call");
                require(message.at("/tool_calls/function/arguments").isTextual(), "arguments are a text");
            }
            case "tool-call-end" -> {
                require(openCall && index(event) == calls, "a call's end belongs to the open call");
                openCall = false;
                calls++;
            }
            case "citation-start" -> citation(event, message.path("citations"));
            case "citation-end" -> {
                require(openCitation && index(event) == citations, "a citation's end belongs to the open one");
                openCitation = false;
                citations++;
            }
            case "message-end" -> finish(event.path("delta"));
            case "debug" -> require(event.path("prompt").isTextual(), "debugging tells the prompt");
            default -> throw new IllegalStateException("no event is called " + type);
        }
    }

    private static int index(JsonNode event) {
        return event.path("index").asInt(-1);
    }

    private void begin(JsonNode event, JsonNode content) {
        require(!openBlock && !openCall, "blocks do not interleave");
        require(index(event) == blocks, "blocks are numbered from 0");
        kind = content.path("type").asText();
        require(!kind.isEmpty(), "a block has a type");
        require(!kind.equals("text") || content.path("text").isTextual(), "a text begins with a text");
        require(!kind.equals("thinking") || content.path("thinking").isTextual(), "thinking begins with a text");
        if (kind.equals("text")) {
            texts.add(blocks);
        }
        openBlock = true;
    }

    private void delta(JsonNode event, JsonNode content) {
        require(openBlock && !openCitation && index(event) == blocks, "a piece belongs to the open block");
        require(content.path(kind).isTextual(), "a block of " + kind + " grows by " + kind);
        JsonNode logprobs = event.path("logprobs");
        require(logprobs.isMissingNode() || logprobs.path("token_ids").isArray(), "probabilities are one item");
    }

    private void call(JsonNode event, JsonNode call) {
        require(!openBlock && !openCall, "calls do not interleave");
        require(index(event) == calls, "calls are numbered from 0");
        require(call.path("id").isTextual(), "a call has an id");
        require(call.path("type").asText().equals("function"), "a call is of a function");
        require(call.at("/function/name").isTextual(), "a call has a name");
        require(call.at("/function/arguments").asText("-").isEmpty(), "arguments begin empty");
        openCall = true;
    }

    private void citation(JsonNode event, JsonNode citation) {
        require(!openCitation && !openCall, "citations do not interleave");
        require(index(event) == citations, "citations are numbered from 0");
        require(citation.path("start").isNumber() && citation.path("end").isNumber(), "a citation is about a stretch");
        require(citation.path("sources").isArray(), "a citation has sources");
        JsonNode block = citation.path("content_index");
        boolean ofText = citation.path("type").asText("TEXT_CONTENT").equals("TEXT_CONTENT");
        boolean begun = block.isMissingNode() || texts.contains(block.asInt());
        require(begun || !ofText, "a citation is about a text that has begun");
        openCitation = true;
    }

    private void finish(JsonNode delta) {
        require(!openBlock && !openCall && !openCitation, "message-end comes after everything else");
        String reason = delta.path("finish_reason").asText();
        require(!reason.isEmpty(), "a message ends for a reason");
        require(!reason.equals("COMPLETE") || calls == 0, "calls end in TOOL_CALL");
        boolean failed = delta.path("error").isTextual();
        require(!failed || reason.equals("ERROR") || reason.equals("TIMEOUT"), "a failure has its reason");
        require(failed || delta.at("/usage/tokens/input_tokens").isNumber(), "message-end counts the input");
        require(failed || delta.at("/usage/tokens/output_tokens").isNumber(), "message-end counts the output");
        over = true;
    }

    @Override
    public void end() {
        require(over, "no message-end");
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalStateException(rule);
        }
    }
}
