// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An error of a dialect: {@code status}, {@code headers} and {@code body} as its vendor answers, and in {@code told} what a client
 * must find: JSON pointer to value.
 */
record WireError(JsonNode description) {
    int status() {
        return description.get("status").asInt();
    }

    /** The statuses that clients of the dialect may be given. */
    List<Integer> toldStatuses() {
        if (!description.has("toldStatus")) {
            return List.of(status());
        }
        List<Integer> statuses = new ArrayList<>();
        description.get("toldStatus").forEach(status -> statuses.add(status.asInt()));
        return statuses;
    }

    String body() {
        return description.get("body").toString();
    }

    Map<String, String> headers() {
        return strings(description.path("headers"));
    }

    Map<String, String> told() {
        return strings(description.get("told"));
    }

    /** Headers that a client must find. */
    Map<String, String> toldHeaders() {
        return strings(description.path("toldHeaders"));
    }

    private static Map<String, String> strings(JsonNode object) {
        Map<String, String> strings = new TreeMap<>();
        object.properties()
                .forEach(entry -> strings.put(entry.getKey(), entry.getValue().asText()));
        return strings;
    }
}
