// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.core.ObjectMappers;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseOutputItem;
import com.openai.models.responses.ResponseStreamEvent;
import java.util.List;

/** Reads responses, and requests for them, as OpenAI's own SDK does. */
final class OpenAiResponsesSdk {
    private OpenAiResponsesSdk() {}

    /** What the SDK makes of a stream. */
    static Response accumulate(String stream) {
        ResponseAccumulator accumulator = ResponseAccumulator.create();
        for (String line : stream.lines().toList()) {
            if (line.startsWith("data: ")) {
                ResponseStreamEvent event = read(line.substring("data: ".length()), ResponseStreamEvent.class);
                accumulator.accumulate(event.validate());
            }
        }
        return accumulator.response();
    }

    static Response response(String json) {
        return read(json, Response.class).validate();
    }

    static ResponseCreateParams.Body request(String json) {
        return read(json, ResponseCreateParams.Body.class).validate();
    }

    static List<String> kinds(Response response) {
        return response.output().stream().map(OpenAiResponsesSdk::kind).toList();
    }

    private static String kind(ResponseOutputItem item) {
        if (item.isFunctionCall()) {
            return "call " + item.asFunctionCall().name() + " "
                    + item.asFunctionCall().callId();
        }
        if (item.isMessage()) {
            return "text " + item.asMessage().content().get(0).asOutputText().text();
        }
        return item.isReasoning() ? "reasoning" : "other";
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return ObjectMappers.jsonMapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
