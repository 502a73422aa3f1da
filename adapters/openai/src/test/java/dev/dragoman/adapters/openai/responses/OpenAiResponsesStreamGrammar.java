// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.framing.Frame;
import dev.dragoman.testkit.StreamGrammar;
import dev.dragoman.testkit.json.JsonTrees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The order of the events of a response, after OpenAI's API reference ("responses/streaming") and what its Node SDK 7.55.0 demands
 * ({@code ResponseStream}): each event names itself twice and is numbered; the response is created, then in progress; items begin
 * in order and end before the answer does; what belongs to an item names it; exactly one end, with the whole output.
 */
final class OpenAiResponsesStreamGrammar implements StreamGrammar {
    private final List<OpenAiResponsesItemGrammar> items = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int events;
    private String id = "";
    private boolean over;

    @Override
    public void accept(Frame frame) {
        require(!over, "an event after the end");
        JsonNode event = JsonTrees.parse(frame.text());
        String type = event.path("type").asText();
        require(type.equals(frame.event()), "the name of the event is its type");
        require(event.path("sequence_number").asInt(-1) == events++, "events are numbered from 0");
        if (type.equals("error")) {
            require(event.path("error").isObject(), "an error is an object");
            require(event.at("/error/message").isTextual(), "an error has a message");
            over = true;
            return;
        }
        require(!event.has("error"), "only an error has the member error");
        require(events > 1 || type.equals("response.created"), "the first event is response.created");
        require(events != 2 || type.equals("response.in_progress"), "the second event is response.in_progress");
        switch (type) {
            case "response.created" -> {
                require(events == 1, "created once");
                response(event, "in_progress");
                require(event.at("/response/output").isEmpty(), "no output at the beginning");
            }
            case "response.in_progress" -> {
                require(events == 2, "in progress once");
                response(event, "in_progress");
            }
            case "response.output_item.added" -> added(event);
            case "response.completed", "response.incomplete" -> ended(event, type.substring("response.".length()));
            default -> {
                require(events > 2, "items after the beginning");
                item(event).accept(type, event);
            }
        }
    }

    private void response(JsonNode event, String status) {
        JsonNode response = event.path("response");
        require(response.path("object").asText().equals("response"), "a response object");
        require(response.path("status").asText().equals(status), "the status is " + status);
        require(id.isEmpty() || id.equals(response.path("id").asText()), "the id stays the same");
        id = response.path("id").asText();
        require(!id.isEmpty(), "a response has an id");
        for (String member : List.of(
                "created_at",
                "error",
                "incomplete_details",
                "instructions",
                "metadata",
                "model",
                "output",
                "parallel_tool_calls",
                "temperature",
                "tool_choice",
                "tools",
                "top_p",
                "access_programs",
                "usage")) {
            require(response.has(member), "a response has " + member);
        }
    }

    private void added(JsonNode event) {
        require(event.path("output_index").asInt(-1) == items.size(), "items are numbered from 0");
        require(items.isEmpty() || items.get(items.size() - 1).isDone(), "one item after another");
        JsonNode item = event.path("item");
        String itemId = item.path("id").asText();
        boolean named = List.of("message", "reasoning", "function_call", "custom_tool_call")
                .contains(item.path("type").asText());
        require(
                !named
                        || item.path("content").isArray()
                        || !item.path("type").asText().equals("message"),
                "content");
        require(itemId.isEmpty() || ids.add(itemId), "ids of items are unique");
        items.add(new OpenAiResponsesItemGrammar(item));
    }

    private OpenAiResponsesItemGrammar item(JsonNode event) {
        int index = event.path("output_index").asInt(-1);
        require(index >= 0 && index < items.size(), "an event of an item that began");
        return items.get(index);
    }

    private void ended(JsonNode event, String status) {
        response(event, status);
        JsonNode output = event.at("/response/output");
        require(output.size() == items.size(), "the end has all of the output");
        for (int i = 0; i < items.size(); i++) {
            require(items.get(i).isDone(), "an item is open at the end");
            require(items.get(i).whole().equals(output.get(i)), "the output is that of the items");
        }
        JsonNode reason = event.at("/response/incomplete_details/reason");
        require(status.equals("incomplete") == reason.isTextual(), "an incomplete answer says why");
        over = true;
    }

    @Override
    public void end() {
        require(over, "no end");
    }

    static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalStateException(rule);
        }
    }
}
