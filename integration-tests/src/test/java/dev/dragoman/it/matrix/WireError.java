// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** The status that clients of the dialect are given, where vendors use several. */
    int toldStatus() {
        return description.path("toldStatus").asInt(status());
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
