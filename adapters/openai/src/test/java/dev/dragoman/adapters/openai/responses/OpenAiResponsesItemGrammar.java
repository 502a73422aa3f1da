// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import static dev.dragoman.adapters.openai.responses.OpenAiResponsesStreamGrammar.require;

import com.fasterxml.jackson.databind.JsonNode;

/** The events of one item, from its beginning to its end. */
final class OpenAiResponsesItemGrammar {
    private final JsonNode begun;
    private final String type;
    private final StringBuilder text = new StringBuilder();
    private int contents;
    private int summaries;
    private String open = "";
    private boolean textDone;
    private boolean payloadDone;
    private JsonNode whole;
    private boolean done;

    OpenAiResponsesItemGrammar(JsonNode begun) {
        this.begun = begun;
        this.whole = begun;
        type = begun.path("type").asText();
        if (isKnown()) {
            require(begun.path("id").asText().length() > 0, "an item has an id");
        }
        if (isCall()) {
            require(begun.path("call_id").asText().length() > 0, "a call has an id of its own");
        }
    }

    private boolean isKnown() {
        return isCall() || type.equals("reasoning") || (type.equals("message") && begun.has("id"));
    }

    private boolean isCall() {
        return type.equals("function_call") || type.equals("custom_tool_call");
    }

    boolean isDone() {
        return done;
    }

    JsonNode whole() {
        return whole;
    }

    void accept(String event, JsonNode payload) {
        require(!isDone(), "an event of an item that is done");
        if (event.equals("response.output_item.done")) {
            done(payload.path("item"));
            return;
        }
        require(payload.path("item_id").equals(begun.path("id")), "an event names its item");
        if (!isKnown()) {
            require(event.startsWith("response." + type), "no such event of an item of type " + type);
            return;
        }
        switch (event) {
            case "response.content_part.added" -> contentBegins(payload);
            case "response.content_part.done" -> contentEnds(payload);
            case "response.output_text.delta" -> delta(payload, "output_text", contents, "content_index");
            case "response.output_text.done" -> textEnds(payload, "output_text", "text");
            case "response.output_text.annotation.added" -> {
                require(open.equals("output_text") && !textDone, "an annotation of an open text");
                require(payload.path("annotation").isObject(), "an annotation");
            }
            case "response.refusal.delta" -> delta(payload, "refusal", contents, "content_index");
            case "response.refusal.done" -> textEnds(payload, "refusal", "refusal");
            case "response.reasoning_text.delta" -> delta(payload, "reasoning_text", contents, "content_index");
            case "response.reasoning_text.done" -> textEnds(payload, "reasoning_text", "text");
            case "response.reasoning_summary_part.added" -> summaryBegins(payload);
            case "response.reasoning_summary_text.delta" -> delta(payload, "summary_text", summaries, "summary_index");
            case "response.reasoning_summary_text.done" -> textEnds(payload, "summary_text", "text");
            case "response.reasoning_summary_part.done" -> summaryEnds(payload);
            case "response.function_call_arguments.delta" -> argument(payload, "function_call");
            case "response.function_call_arguments.done" -> arguments(payload, "function_call", "arguments");
            case "response.custom_tool_call_input.delta" -> argument(payload, "custom_tool_call");
            case "response.custom_tool_call_input.done" -> arguments(payload, "custom_tool_call", "input");
            default -> throw new IllegalStateException("no such event: " + event);
        }
    }

    private void contentBegins(JsonNode payload) {
        require(open.isEmpty(), "one part after another");
        require(payload.path("content_index").asInt(-1) == contents, "parts are numbered from 0");
        open = payload.at("/part/type").asText();
        boolean fits = type.equals("message")
                ? open.equals("output_text") || open.equals("refusal")
                : type.equals("reasoning") && open.equals("reasoning_text");
        require(fits, "a part of " + type + " is no " + open);
        text.setLength(0);
        textDone = false;
    }

    private void contentEnds(JsonNode payload) {
        require(!open.isEmpty() && !open.equals("summary_text") && textDone, "a part ends after its text");
        require(payload.at("/part/type").asText().equals(open), "a part keeps its type");
        String member = open.equals("refusal") ? "refusal" : "text";
        require(payload.path("part").path(member).asText().contentEquals(text), "the part has the whole text");
        open = "";
        contents++;
    }

    private void summaryBegins(JsonNode payload) {
        require(type.equals("reasoning") && open.isEmpty(), "summaries stand in reasoning");
        require(payload.path("summary_index").asInt(-1) == summaries, "summaries are numbered from 0");
        open = "summary_text";
        text.setLength(0);
        textDone = false;
    }

    private void summaryEnds(JsonNode payload) {
        require(open.equals("summary_text") && textDone, "a summary ends after its text");
        require(payload.at("/part/text").asText().contentEquals(text), "the summary is whole");
        open = "";
        summaries++;
    }

    private void delta(JsonNode payload, String of, int index, String member) {
        require(open.equals(of) && !textDone, "a piece of an open " + of);
        require(payload.path(member).asInt(-1) == index, "a piece names its part");
        require(!of.equals("output_text") || payload.path("logprobs").isArray(), "a piece of text has logprobs");
        text.append(payload.path("delta").asText());
    }

    private void textEnds(JsonNode payload, String of, String member) {
        require(open.equals(of) && !textDone, "the end of an open " + of);
        require(payload.path(member).asText().contentEquals(text), "the end has the whole text");
        textDone = true;
    }

    private void argument(JsonNode payload, String of) {
        require(type.equals(of) && !payloadDone, "a piece of a " + of);
        text.append(payload.path("delta").asText());
    }

    private void arguments(JsonNode payload, String of, String member) {
        require(type.equals(of) && !payloadDone, "the end of a " + of);
        require(payload.path(member).asText().contentEquals(text), "the end has everything");
        payloadDone = true;
    }

    private void done(JsonNode item) {
        require(open.isEmpty(), "a part is open");
        require(item.path("type").asText().equals(type), "an item keeps its type");
        require(item.path("id").equals(begun.path("id")), "an item keeps its id");
        require(item.path("call_id").equals(begun.path("call_id")), "a call keeps its id");
        if (isCall()) {
            require(payloadDone, "a call ends after its arguments");
            String member = type.equals("function_call") ? "arguments" : "input";
            require(item.path(member).asText().contentEquals(text), "a call has all of its arguments");
        } else if (isKnown() && type.equals("message")) {
            require(item.path("content").size() == contents, "a message has all of its parts");
        } else if (isKnown()) {
            require(item.path("summary").size() == summaries, "reasoning has all of its summaries");
            require(item.path("content").size() == contents, "reasoning has all of its texts");
        }
        whole = item;
        done = true;
    }
}
