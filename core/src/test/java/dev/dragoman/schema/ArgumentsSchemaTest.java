// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import org.junit.jupiter.api.Test;

class ArgumentsSchemaTest {
    private final Losses losses = new Losses();

    private String fit(String schema) {
        return ArgumentsSchema.fit(schema == null ? null : RawJson.parse(schema), "p", losses)
                .toString();
    }

    @Test
    void a_sound_schema_stays_as_it_is() {
        assertThat(fit("{ \"type\":\"object\"}")).isEqualTo("{ \"type\":\"object\"}");
        assertThat(losses.isEmpty()).isTrue();
    }

    @Test
    void what_is_missing_is_added_and_alternatives_are_told() {
        assertThat(fit(null)).isEqualTo("{\"type\":\"object\",\"properties\":{}}");
        assertThat(fit("{\"anyOf\":[{}],\"description\":\"D\"}"))
                .isEqualTo("{\"type\":\"object\",\"description\":\"D anyOf: [{}]\"}");
        assertThat(losses.toList())
                .extracting(loss -> loss.path() + " " + loss.kind())
                .containsExactly("p DEFAULTED", "p.type DEFAULTED", "p.anyOf APPROXIMATED");
    }
}
