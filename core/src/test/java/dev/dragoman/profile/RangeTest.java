// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0, 2]|false|2|2",
                "[0, 2]|false|3.5|2",
                "(0, 2)|false|2|1.999999",
                "(0, 2)|false|0|0.000001",
                "(-2, 2)|false|-7|-1.999999",
                "(0, 20)|true|20|19",
                "(0, 20)|true|0|1",
                "[1, )|true|0|1",
                "( , 1]|false|5|1",
                "[-2, 2]|false|0.5|0.5",
            })
    void the_nearest_number_inside(String range, boolean whole, double number, double nearest) {
        Range parsed = Range.parse(range, whole);
        assertThat(parsed.nearest(number)).isEqualTo(nearest);
        assertThat(parsed.contains(parsed.nearest(number))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "[1", "1, 2", "[a, 2]", "[2, 1]", "(1, 1)", "[NaN, 1]", "{1, 2}"})
    void what_is_no_range_is_refused(String text) {
        assertThatThrownBy(() -> Range.parse(text, false)).isInstanceOf(IllegalArgumentException.class);
    }
}
