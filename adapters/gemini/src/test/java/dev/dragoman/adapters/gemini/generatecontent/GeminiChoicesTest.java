// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which models are asked for several answers at once. */
class GeminiChoicesTest {
    @ParameterizedTest
    @CsvSource({
        "gemini-2.5-flash, 8, true",
        "gemini-2.5-flash, 9, false",
        "gemini-2.0-flash-001, 2, true",
        "gemini-2.5-flash-image, 2, false",
        "gemini-3-pro-preview, 2, false",
        "gemini-4-unknown, 2, false",
        "somebody, 2, false",
    })
    void follows_the_model(String model, int count, boolean taken) {
        GeminiDialect dialect = new GeminiDialect();
        EncodeContext context = EncodeContext.toVendor(new Losses(), "gemini");
        ChatRequest request =
                ChatRequest.builder(model).user("Hi").choiceCount(count).build();
        assertThat(dialect.takesChoices(request, context)).isEqualTo(taken);
        assertThat(dialect.takesChoices(request, context.withRefusedFields(Set.of("candidateCount"))))
                .isFalse();
    }
}
