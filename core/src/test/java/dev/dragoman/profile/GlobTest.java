// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "kimi-*, kimi-k3, true",
        "kimi-*, moonshot-v1, false",
        "*/*, openai/gpt-4o, true",
        "*/*, gpt-4o, false",
        "qwen3-*b, qwen3-8b, true",
        "qwen3-*b, qwen3-8b-thinking, false",
        "*, '', true",
        "a*b*c, abbc, true",
        "abc, abcd, false",
    })
    void stars_stand_for_anything(String pattern, String text, boolean fits) {
        assertThat(Glob.matches(pattern, text)).isEqualTo(fits);
    }

    @Test
    void many_stars_cost_little() {
        assertThat(Glob.matches("*a".repeat(60) + "b", "a".repeat(4000))).isFalse();
    }
}
