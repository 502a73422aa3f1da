// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "Hello, world!",
                " a  b\n\nc ",
                "日本語のテキスト",
                "👩‍👩‍👧 ok",
                "donaudampfschifffahrtsgesellschaft",
                "e\u0301"
            })
    void pieces_make_the_text_again(String text) {
        assertThat(String.join("", Tokens.split(text))).isEqualTo(text);
        assertThat(Tokens.count(text)).isEqualTo(Tokens.split(text).size());
    }

    @Test
    void words_and_signs_are_tokens() {
        assertThat(Tokens.split("It's 10 o'clock, Bob!")).containsExactly("It's", " 10", " o'clock", ",", " Bob", "!");
        assertThat(Tokens.split("a".repeat(40))).hasSize(3);
        assertThat(Tokens.split("\ud83d")).containsExactly("\ud83d");
    }

    @Test
    void shortens_to_one_line() {
        assertThat(Tokens.shorten(" a\n b ", 80)).isEqualTo("a b");
        assertThat(Tokens.shorten("👍".repeat(100), 3)).isEqualTo("👍👍👍…");
    }
}
