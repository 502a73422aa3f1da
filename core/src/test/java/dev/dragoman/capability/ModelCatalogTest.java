// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ModelCatalogTest {
    private static final ModelCatalog CATALOG = ModelCatalog.parse(
            ("{\"models\":[{\"match\":[\"*acme-2-5*\",\"acme-next\"],\"sampling\":false,\"thinking\":[\"adaptive\"],"
                            + "\"maxOutputTokens\":8000},{\"match\":[\"acme-*\"],\"prefill\":false}]}")
                    .getBytes(StandardCharsets.UTF_8));

    @Test
    void the_first_pattern_that_fits_counts() {
        ModelTraits newest = CATALOG.find("eu.acme-2-5-large").orElseThrow();
        assertThat(newest.sampling()).isFalse();
        assertThat(newest.thinks(ThinkingKind.ADAPTIVE)).isTrue();
        assertThat(newest.thinks(ThinkingKind.MANUAL)).isFalse();
        assertThat(newest.maxOutputTokens()).isEqualTo(8000);
        assertThat(CATALOG.find("acme-1").orElseThrow().prefill()).isFalse();
        assertThat(CATALOG.find("other")).isEmpty();
    }

    @Test
    void names_are_matched_once() {
        assertThat(CATALOG.find("acme-1")).isSameAs(CATALOG.find("acme-1"));
    }

    @Test
    void unknown_traits_are_refused() {
        assertThatThrownBy(() -> ModelCatalog.parse("{\"models\":[{\"matsch\":[]}]}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("models[0].matsch");
    }

    @Test
    void limits_of_thinking_and_words_of_a_dialect_are_read() {
        ModelTraits traits = ModelCatalog.parse(
                        "{\"models\":[{\"match\":[\"a\"],\"leastThinkingBudget\":128,\"mostThinkingBudget\":32768,\"features\":[\"signs\"]}]}"
                                .getBytes(StandardCharsets.UTF_8))
                .find("a")
                .orElseThrow();
        assertThat(traits.leastThinkingBudget()).isEqualTo(128);
        assertThat(traits.mostThinkingBudget()).isEqualTo(32768);
        assertThat(traits.has("signs")).isTrue();
        assertThat(ModelTraits.UNKNOWN.has("signs")).isFalse();
    }
}
