// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.translate.Dialects;
import org.junit.jupiter.api.Test;

/** The dialects that the adapters bring are found, and none is missing. */
class AllDialectsTest {
    @Test
    void all_eight_dialects_are_found() {
        assertThat(Dialects.load(AllDialectsTest.class.getClassLoader()).all())
                .extracting(Dialect::id)
                .containsExactly(
                        "anthropic-messages",
                        "bedrock-converse",
                        "cohere-v2",
                        "gemini",
                        "mistral",
                        "ollama",
                        "openai-chat",
                        "openai-responses");
    }
}
