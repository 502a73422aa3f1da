// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.tool.ToolKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyRestorerTest {
    private final List<ChatEvent> events = new ArrayList<>();

    private void restore(ReplyPlan plan, ChatEvent... in) {
        ReplyRestorer restorer = new ReplyRestorer(plan);
        for (ChatEvent event : in) {
            // Decoders ask anew for each frame.
            restorer.into(events::add).accept(event);
        }
    }

    private ToolCall started() {
        return (ToolCall) ((ChatEvent.PartStarted) events.get(0)).part();
    }

    private String arguments() {
        return events.stream()
                .filter(ChatEvent.ArgumentsDelta.class::isInstance)
                .map(event -> ((ChatEvent.ArgumentsDelta) event).text())
                .collect(Collectors.joining());
    }

    @Test
    void nothing_to_undo_costs_nothing() {
        Consumer<ChatEvent> out = events::add;
        assertThat(new ReplyRestorer(ReplyPlan.NONE).into(out)).isSameAs(out);
    }

    @Test
    void pitfall_23_names_are_restored() {
        restore(
                new ReplyPlan(Map.of("weather_get", "weather.get"), Set.of(), null),
                new ChatEvent.PartStarted(0, 0, ToolCall.of("a", "weather_get", "")));
        assertThat(started().name()).isEqualTo("weather.get");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 100})
    void free_text_is_unwrapped_however_it_is_cut(int size) {
        String wire = "{ \"input\" : \"a\\\"b\\n\\u00fc\\ud83d\\ude00\\\\\" }";
        List<ChatEvent> in = new ArrayList<>();
        in.add(new ChatEvent.PartStarted(0, 0, ToolCall.of("a", "sql", "")));
        for (int i = 0; i < wire.length(); i += size) {
            in.add(new ChatEvent.ArgumentsDelta(0, 0, wire.substring(i, Math.min(wire.length(), i + size))));
        }
        in.add(new ChatEvent.PartEnded(0, 0));
        restore(new ReplyPlan(Map.of(), Set.of("sql"), null), in.toArray(ChatEvent[]::new));

        assertThat(started().kind()).isEqualTo(ToolKind.CUSTOM);
        assertThat(arguments()).isEqualTo("a\"b\n\u00fc\ud83d\ude00\\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"other\":1}", "plain", "{\"inp", "", "[\"input\"]"})
    void other_forms_come_out_as_they_went_in(String wire) {
        restore(
                new ReplyPlan(Map.of(), Set.of("sql"), null),
                new ChatEvent.PartStarted(0, 0, ToolCall.of("a", "sql", "")),
                new ChatEvent.ArgumentsDelta(0, 0, wire),
                new ChatEvent.PartEnded(0, 0));
        assertThat(arguments()).isEqualTo(wire);
    }

    @Test
    void pitfall_17_the_call_of_an_output_tool_is_text() {
        restore(
                new ReplyPlan(Map.of(), Set.of(), "json_output"),
                new ChatEvent.PartStarted(0, 0, ToolCall.of("a", "json_output", "")),
                new ChatEvent.ArgumentsDelta(0, 0, "{\"a\":1}"),
                new ChatEvent.PartEnded(0, 0),
                new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.TOOL_CALLS, "tool_use")));
        assertThat(events)
                .containsExactly(
                        new ChatEvent.PartStarted(0, 0, Text.of("")),
                        new ChatEvent.TextDelta(0, 0, "{\"a\":1}"),
                        new ChatEvent.PartEnded(0, 0),
                        new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.STOP, "tool_use")));
    }

    private String text(ChatEvent... in) {
        events.clear();
        restore(new ReplyPlan(Map.of(), Set.of(), null, "{\"a\": "), in);
        StringBuilder text = new StringBuilder();
        for (ChatEvent event : events) {
            if (event instanceof ChatEvent.PartStarted start && start.part() instanceof Text t) {
                text.append(t.text());
            } else if (event instanceof ChatEvent.TextDelta delta) {
                text.append(delta.text());
            }
        }
        return text.toString();
    }

    private static ChatEvent[] cut(String answer, int size) {
        List<ChatEvent> in = new ArrayList<>();
        in.add(new ChatEvent.PartStarted(0, 0, Text.of("")));
        for (int i = 0; i < answer.length(); i += size) {
            in.add(new ChatEvent.TextDelta(0, 0, answer.substring(i, Math.min(answer.length(), i + size))));
        }
        in.add(new ChatEvent.PartEnded(0, 0));
        return in.toArray(ChatEvent[]::new);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 100})
    void what_the_vendor_repeats_is_taken_away_however_it_is_cut(int size) {
        assertThat(text(cut("{\"a\": 12}", size))).isEqualTo("12}");
        assertThat(text(cut("12}", size))).isEqualTo("12}");
        assertThat(text(cut("{\"a\" 12}", size))).isEqualTo("{\"a\" 12}");
        assertThat(text(cut("{\"a\"", size))).isEqualTo("{\"a\"");
    }

    @Test
    void each_choice_repeats_it_once_and_in_its_first_text() {
        assertThat(text(
                        new ChatEvent.PartStarted(0, 0, Text.of("{\"a\": 1}")),
                        new ChatEvent.PartStarted(1, 0, Text.of("{\"a\": 2}")),
                        new ChatEvent.PartEnded(0, 0),
                        new ChatEvent.PartStarted(0, 1, Text.of("{\"a\": 3}"))))
                .isEqualTo("1}2}{\"a\": 3}");
    }
}
