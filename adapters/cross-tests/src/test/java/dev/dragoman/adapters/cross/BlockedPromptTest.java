// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dragoman.translate.Translator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A prompt that Gemini blocked has no candidates; clients of OpenAI's read the first choice unasked. */
class BlockedPromptTest {
    private static final String BLOCKED =
            "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"},\"usageMetadata\":{\"promptTokenCount\":4,\"totalTokenCount\":4},"
                    + "\"modelVersion\":\"gemini-sample\"}";

    private final Translator translator = Translator.create();

    private static void checkFiltered(JsonNode choices) {
        assertThat(choices).hasSize(1);
        assertThat(choices.at("/0/index").asInt(-1)).isZero();
        assertThat(choices.at("/0/finish_reason").asText()).isEqualTo("content_filter");
    }

    @Test
    void whole() throws Exception {
        JsonNode answer = new ObjectMapper()
                .readTree(translator.response("gemini", "openai-chat", BLOCKED).text());
        checkFiltered(answer.get("choices"));
        assertThat(answer.at("/choices/0/message/role").asText()).isEqualTo("assistant");
        assertThat(answer.at("/choices/0/message/content").isNull()).isTrue();
        assertThat(answer.at("/usage/prompt_tokens").asInt()).isEqualTo(4);
    }

    @Test
    void streamed() throws Exception {
        String stream = translator.stream(
                        "gemini", "openai-chat", ("data: " + BLOCKED + "\n\n").getBytes(StandardCharsets.UTF_8))
                .text();
        String[] events = stream.split("\n\n");
        assertThat(events).hasSize(4);
        checkFiltered(new ObjectMapper()
                .readTree(events[1].substring("data: ".length()))
                .get("choices"));
        assertThat(events[2]).contains("\"prompt_tokens\":4");
        assertThat(events[3]).isEqualTo("data: [DONE]");
    }
}
