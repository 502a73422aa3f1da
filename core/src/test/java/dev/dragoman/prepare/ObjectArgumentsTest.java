// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.loss.Losses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectArgumentsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"n\":12345678901234567890}|{\"n\":12345678901234567890}",
                "[1]|{\"rawInvalidInput\":[1]}",
                "{\"a\":|{\"rawInvalidInput\":\"{\\\"a\\\":\"}"
            })
    void nothing_is_thrown_away(String arguments, String object) {
        assertThat(ObjectArguments.encode(arguments)).hasToString(object);
        assertThat(ObjectArguments.decode(ObjectArguments.encode(arguments))).isEqualTo(arguments);
        Losses losses = new Losses();
        ObjectArguments.report(arguments, "a", losses);
        assertThat(losses.isEmpty()).isEqualTo(arguments.equals(object));
    }
}
