// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseReplay;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.InputTokens;
import dev.dragoman.model.response.Logprobs;
import dev.dragoman.model.response.OutputTokens;
import dev.dragoman.model.response.Usage;
import dev.dragoman.translate.Translator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pitfalls of streams, between each vendor's dialect and each client's. */
class StreamPitfallsTest {
    private static final Translator TRANSLATOR = Translator.create();
    private static final String ANTHROPIC = "anthropic-messages";

    private static Stream<String> dialects() {
        return TRANSLATOR.dialects().all().stream().map(Dialect::id);
    }

    private static Stream<Arguments> pairs() {
        return dialects().flatMap(from -> dialects().map(to -> Arguments.of(from, to)));
    }

    private static ChatResponse answer() {
        List<Part> parts =
                List.of(Text.of("Let me look."), ToolCall.of("call_1", "get_weather", "{\"city\":\"Oslo\"}"));
        FinishReason reason = FinishReason.of(FinishReason.Kind.TOOL_CALLS, null);
        Choice choice = new Choice(0, Message.of(Role.ASSISTANT, parts), reason, Logprobs.NONE, Extensions.NONE);
        Usage usage = new Usage(12, 5, InputTokens.UNKNOWN, OutputTokens.UNKNOWN, null);
        return new ChatResponse(
                "id_1", "some-model", 1_790_000_000L, List.of(choice), usage, null, null, Extensions.NONE, List.of());
    }

    private static StreamEncoder encoder(String dialect) {
        return TRANSLATOR
                .dialects()
                .get(dialect)
                .streamEncoder(EncodeContext.toClient(new Losses(), ReplyShape.DEFAULT, "some-model"));
    }

    private static byte[] written(String dialect, boolean heartbeats) {
        StreamEncoder encoder = encoder(dialect);
        WireBuffer out = new WireBuffer(1024);
        ResponseReplay.replay(answer(), event -> {
            encoder.encode(event, out);
            if (heartbeats && !event.isTerminal()) {
                encoder.heartbeat(out);
            }
        });
        return out.toBytes();
    }

    private static List<ChatEvent> read(String dialect, byte[] stream) {
        List<ChatEvent> events = new ArrayList<>();
        TRANSLATOR.events(dialect, stream, events::add);
        return events;
    }

    /** The events without those that say that the vendor is there, and without its timings. */
    private static List<ChatEvent> told(List<ChatEvent> events) {
        return events.stream()
                .filter(event ->
                        !(event instanceof ChatEvent.Heartbeat) && !(event instanceof ChatEvent.ExtensionsAdded))
                .toList();
    }

    private static List<String> finishReasons(List<ChatEvent> events) {
        return events.stream()
                .filter(ChatEvent.ChoiceFinished.class::isInstance)
                .map(event -> ((ChatEvent.ChoiceFinished) event).reason().kind().name())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void pitfall_5_and_6_a_translated_stream_says_why_it_ended_and_ends_once(String from, String to) {
        byte[] translated = TRANSLATOR.stream(from, to, written(from, false)).body();
        List<ChatEvent> events = read(to, translated);
        assertThat(events.get(events.size() - 1)).isInstanceOf(ChatEvent.ResponseEnded.class);
        assertThat(events).filteredOn(ChatEvent::isTerminal).hasSize(1);
        assertThat(finishReasons(events)).containsExactly("TOOL_CALLS");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void pitfall_6_and_38_a_translated_stream_that_was_cut_does_not_end_well(String from, String to) {
        byte[] whole = written(from, false);
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        List<ChatEvent> events = read(to, TRANSLATOR.stream(from, to, cut).body());
        assertThat(events.get(events.size() - 1)).isInstanceOf(ChatEvent.StreamFailed.class);
        assertThat(events).filteredOn(ChatEvent::isTerminal).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void pitfall_32_clients_of_anthropic_are_told_counts_at_the_start_and_at_the_end(String vendor) throws Exception {
        JsonNode start = null;
        JsonNode end = null;
        byte[] translated =
                TRANSLATOR.stream(vendor, ANTHROPIC, written(vendor, false)).body();
        for (String line : new String(translated, StandardCharsets.UTF_8).split("\n", -1)) {
            if (line.startsWith("data: ")) {
                JsonNode frame = new ObjectMapper().readTree(line.substring("data: ".length()));
                start = frame.path("type").asText().equals("message_start") ? frame.at("/message/usage") : start;
                end = frame.path("type").asText().equals("message_delta") ? frame.get("usage") : end;
            }
        }
        assertThat(start).isNotNull();
        assertThat(start.get("input_tokens").isNumber()
                        && start.get("output_tokens").isNumber())
                .isTrue();
        assertThat(end).isNotNull();
        assertThat(end.get("output_tokens").isNumber()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void pitfall_44_signs_of_life_tell_nothing(String dialect) {
        assertThat(told(read(dialect, written(dialect, true)))).isEqualTo(told(read(dialect, written(dialect, false))));
    }
}
