// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.RequestTarget;

/** Paths of the API: the name of the model is one segment, percent-encoded. */
final class BedrockConverseUri {
    private BedrockConverseUri() {}

    static String converse(String model) {
        return path(model, "/converse");
    }

    static String converseStream(String model) {
        return path(model, "/converse-stream");
    }

    static String countTokens(String model) {
        return path(model, "/count-tokens");
    }

    private static String path(String model, String operation) {
        return "/model/" + RequestTarget.segment(model) + operation;
    }
}
