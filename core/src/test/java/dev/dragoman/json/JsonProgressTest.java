// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonProgressTest {
    @Test
    void is_complete_when_the_last_brace_closes_and_not_before() {
        String json = "{\"a\":\"}\\\"{\",\"b\":[{},{\"c\":1}]}";
        JsonProgress progress = new JsonProgress();
        for (int i = 0; i < json.length(); i++) {
            assertThat(progress.isComplete()).as("before %d", i).isFalse();
            progress.append(json.substring(i, i + 1));
        }
        assertThat(progress.isComplete()).isTrue();
    }
}
