// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import static dev.dragoman.adapters.openai.chat.OpenAiChatStreamGrammar.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The order of one choice's deltas. */
final class OpenAiChatChoiceGrammar {
    private boolean begun;
    private boolean finished;
    private int lastCall = -1;

    boolean isFinished() {
        return finished;
    }

    void accept(JsonNode choice) {
        JsonNode delta = choice.path("delta");
        require(delta.isObject(), "a choice has a delta");
        if (!begun) {
            require(delta.path("role").asText().equals("assistant"), "the first delta has the role");
            begun = true;
        }
        if (finished) {
            require(delta.size() == 1 && delta.path("audio").isObject(), "only sound may follow the finish reason");
        }
        delta.path("tool_calls").forEach(this::call);
        logprobs(choice.path("logprobs"));
        if (choice.hasNonNull("finish_reason")) {
            require(!finished, "one finish reason a choice");
            finished = true;
        }
    }

    /** Calls come one after another; the first entry of each names it. */
    private void call(JsonNode call) {
        require(call.path("index").isIntegralNumber(), "a call has an index");
        int index = call.get("index").asInt();
        boolean first = index > lastCall;
        require(index == lastCall || index == lastCall + 1, "calls come one after another, numbered from 0");
        if (first) {
            String type = call.path("type").asText();
            require(call.path("id").isTextual(), "the first entry of a call has its id");
            require(type.equals("function") || type.equals("custom"), "the first entry of a call has its type");
            require(call.path(type).path("name").isTextual(), "the first entry of a call has its name");
            lastCall = index;
        } else {
            require(!call.has("id"), "only the first entry of a call has its id");
        }
    }

    /** The Node SDK takes these two keys only. */
    private static void logprobs(JsonNode logprobs) {
        for (Map.Entry<String, JsonNode> member : logprobs.properties()) {
            require(
                    member.getKey().equals("content") || member.getKey().equals("refusal"),
                    "logprobs have no " + member.getKey());
        }
    }
}
