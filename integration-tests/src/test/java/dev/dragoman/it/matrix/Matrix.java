// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.matrix;

import java.util.List;
import java.util.stream.Stream;

/** The dialects of the matrix. */
final class Matrix {
    /** All of them: a dialect whose folder is missing fails the test. */
    static final List<WireDialect> DIALECTS = Stream.of(
                    "anthropic-messages",
                    "bedrock-converse",
                    "cohere-v2",
                    "gemini",
                    "mistral",
                    "ollama",
                    "openai-chat",
                    "openai-responses")
            .map(WireDialect::load)
            .toList();

    private Matrix() {}

    static WireDialect dialect(String id) {
        return DIALECTS.stream()
                .filter(dialect -> dialect.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id));
    }
}
