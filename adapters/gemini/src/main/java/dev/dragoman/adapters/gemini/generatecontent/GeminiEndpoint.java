// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.dialect.RequestTarget;

/**
 * The one place that makes paths. A bare name of a model becomes {@code models/…}; resource names pass through. Source:
 * {@code tModel} of npm {@code @google/genai} 3.1.0.
 */
enum GeminiEndpoint {
    /** A whole answer. */
    GENERATE(":generateContent"),
    /** A stream; of server-sent events with this query, of one JSON array without it. */
    STREAM(":streamGenerateContent?alt=sse"),
    /** The number of tokens. */
    COUNT(":countTokens");

    private static final String VERSION = "/v1beta/";

    private final String action;

    GeminiEndpoint(String action) {
        this.action = action;
    }

    static GeminiEndpoint of(boolean stream) {
        return stream ? STREAM : GENERATE;
    }

    /** Path and query for this model, percent-encoded. */
    String path(String model) {
        return VERSION + RequestTarget.segments(resource(model)) + action;
    }

    /** The model's resource name. */
    static String resource(String model) {
        return model.startsWith("models/") || model.startsWith("tunedModels/") ? model : "models/" + model;
    }

    /** The name of a model as a person writes it. */
    static String bare(String resource) {
        return resource.startsWith("models/") ? resource.substring("models/".length()) : resource;
    }
}
