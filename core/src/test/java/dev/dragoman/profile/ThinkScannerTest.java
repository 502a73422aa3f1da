// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinkScannerTest {
    private static final ThinkTags TAGS = new ThinkTags(List.of("think"), false);

    /** What arrives, the thought in it, and the text; {@code ~} is a line break. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<think>a</think>b|a|b",
                "~ <think>~a < b</think>~~So: <b>|~a < b|So: <b>",
                "<thought>a</thought>b|a|b",
                "plain <think>text</think>||plain <think>text</think>",
                "<thin air||<thin air",
                "<||<",
                "<think>never closed|never closed|",
                "<think></think>b||b",
                "<think>a</thinkable></think>b|a</thinkable>|b",
                "  indented||  indented",
            })
    void pitfall_13_tags_may_be_cut_anywhere(String line) {
        String[] columns = line.replace('~', '\n').split("\\|", -1);
        String expected = columns[1] + "|" + columns[2];
        for (int size = 1; size <= columns[0].length(); size++) {
            assertThat(scan(columns[0], size, new ThinkTags(List.of("think", "thought"), false)))
                    .as("pieces of " + size)
                    .isEqualTo(expected);
        }
    }

    @Test
    void what_cannot_become_a_tag_is_not_held_back() {
        Heard heard = new Heard();
        ThinkScanner scanner = new ThinkScanner(TAGS, heard);
        scanner.append("<");
        assertThat(heard.text).isEmpty();
        scanner.append("b");
        assertThat(heard.text.toString()).isEqualTo("<b");
        scanner.append(">");
        assertThat(heard.text.toString()).isEqualTo("<b>");
    }

    @Test
    void thoughts_come_while_they_are_written() {
        Heard heard = new Heard();
        ThinkScanner scanner = new ThinkScanner(TAGS, heard);
        scanner.append("<think>one ");
        assertThat(heard.thought.toString()).isEqualTo("one ");
        scanner.append("two </thi");
        assertThat(heard.thought.toString()).isEqualTo("one two ");
        scanner.append("nk>done");
        assertThat(heard.ends).isEqualTo(1);
        assertThat(heard.text.toString()).isEqualTo("done");
    }

    /** What arrives, the thought in it, and the text; {@code ~} is a line break. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hm.</think>~~So.|Hm.|So.",
                "~ Hm </thi </think>So.|~ Hm </thi |So.",
                "<think>Hm.</think>So.|Hm.|So.",
                "</think>So.||So.",
                "cut off|cut off|",
                " | |",
                "|| ",
                "<b>|<b>|",
                "a</think>b</think>c|a|b</think>c",
            })
    void pitfall_13_a_thought_may_be_opened_by_the_prompt(String line) {
        String[] columns = line.replace('~', '\n').split("\\|", -1);
        String expected = columns[1] + "|" + columns[2].stripTrailing();
        for (int size = 1; size <= Math.max(1, columns[0].length()); size++) {
            assertThat(scan(columns[0], size, new ThinkTags(List.of("think"), true)))
                    .as("pieces of " + size)
                    .isEqualTo(expected);
        }
    }

    private static String scan(String whole, int size, ThinkTags tags) {
        Heard heard = new Heard();
        ThinkScanner scanner = new ThinkScanner(tags, heard);
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < whole.length(); i += size) {
            pieces.add(whole.substring(i, Math.min(whole.length(), i + size)));
        }
        pieces.forEach(scanner::append);
        scanner.end();
        return heard.thought + "|" + heard.text;
    }

    private static final class Heard implements ThinkScanner.Sink {
        final StringBuilder thought = new StringBuilder();
        final StringBuilder text = new StringBuilder();
        int ends;

        @Override
        public void thought(String piece) {
            thought.append(piece);
        }

        @Override
        public void thoughtEnds() {
            ends++;
        }

        @Override
        public void text(String piece) {
            text.append(piece);
        }
    }
}
