// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import com.cohere.api.core.ObjectMappers;
import com.cohere.api.resources.v2.requests.V2ChatRequest;
import com.cohere.api.resources.v2.types.V2ChatResponse;
import com.cohere.api.resources.v2.types.V2ChatStreamResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;

/** Reads requests, answers and streams as Cohere's own SDK does. */
final class CohereSdk {
    private CohereSdk() {}

    static V2ChatRequest request(String json) {
        return read(json, V2ChatRequest.class);
    }

    static V2ChatResponse response(String json) {
        return read(json, V2ChatResponse.class);
    }

    /** The events of a stream, each of a kind that the SDK knows. */
    static List<V2ChatStreamResponse> events(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> read(line.substring("data: ".length()), V2ChatStreamResponse.class))
                .toList();
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return ObjectMappers.JSON_MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
