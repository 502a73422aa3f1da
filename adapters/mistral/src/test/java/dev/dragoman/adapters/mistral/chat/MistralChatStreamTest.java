// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Usage;
import dev.dragoman.prepare.ReplyPlan;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MistralChatStreamTest {
    private static final ChatEvent START = new ChatEvent.ResponseStarted("c1", "m", 1L, null, null);
    private static final ChatEvent STOP =
            new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.STOP, null));

    private final Losses losses = new Losses();

    private static List<JsonNode> frames(String stream) {
        List<JsonNode> frames = new ArrayList<>();
        for (String frame : stream.strip().split("\n\n", -1)) {
            if (!frame.equals("data: [DONE]")) {
                frames.add(Wire.json(frame.substring("data: ".length()).getBytes(StandardCharsets.UTF_8)));
            }
        }
        return frames;
    }

    @Test
    void pitfall_1_and_3_calls_open_side_by_side_are_told_whole_and_in_order() {
        List<JsonNode> frames = frames(Wire.stream(
                losses,
                START,
                new ChatEvent.PartStarted(0, 0, ToolCall.of("a", "f", "")),
                new ChatEvent.PartStarted(0, 1, ToolCall.of("b", "g", "")),
                new ChatEvent.ArgumentsDelta(0, 1, "{\"y\":"),
                new ChatEvent.ArgumentsDelta(0, 0, "{\"x\":1}"),
                new ChatEvent.ArgumentsDelta(0, 1, "2}"),
                new ChatEvent.PartEnded(0, 1),
                new ChatEvent.PartEnded(0, 0),
                new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.TOOL_CALLS, null)),
                new ChatEvent.ResponseEnded()));
        assertThat(frames).hasSize(4);
        assertThat(frames.get(1).at("/choices/0/delta/tool_calls"))
                .isEqualTo(Wire.json("[{'id':'a','type':'function','function':{'name':'f','arguments':'{\\'x\\':1}'},"
                        + "'index':0}]"));
        assertThat(frames.get(2)
                        .at("/choices/0/delta/tool_calls/0/function/arguments")
                        .asText())
                .isEqualTo("{\"y\":2}");
    }

    @Test
    void pitfall_4_ids_and_names_that_pieces_leave_out_or_write_as_null() {
        ChatResponse answer = Wire.fold(Wire.events(Wire.chunks(
                        "{'index':0,'delta':{'role':'assistant','tool_calls':[{'id':'null','function':{'name':'f',"
                                + "'arguments':''}}]},'finish_reason':null}",
                        "{'index':0,'delta':{'tool_calls':[{'id':'null','function':{'name':'','arguments':'{}'}}]},"
                                + "'finish_reason':'stop'}")
                + Wire.DONE));
        ToolCall call = answer.toolCalls().get(0);
        assertThat(call.id()).matches("[a-zA-Z0-9]{9}");
        assertThat(call.arguments()).isEqualTo("{}");
        assertThat(answer.choices().get(0).finishReason().kind()).isEqualTo(FinishReason.Kind.TOOL_CALLS);
    }

    @Test
    void pitfall_34_the_last_content_the_reason_and_the_counts_share_a_chunk() {
        String stream = Wire.chunks("{'index':0,'delta':{'content':'Hi'},'finish_reason':null}")
                + "data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\" there\"},\"finish_reason\":"
                + "\"length\"}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2,\"total_tokens\":5}}\n\n"
                + Wire.DONE;
        ChatResponse answer = Wire.fold(Wire.events(stream));
        assertThat(answer.text()).isEqualTo("Hi there");
        assertThat(answer.usage()).isNotNull().extracting(Usage::totalTokens).isEqualTo(5L);
    }

    @Test
    void pitfall_34_counts_are_told_with_the_last_reason() {
        List<JsonNode> frames = frames(Wire.stream(
                losses,
                START,
                new ChatEvent.PartStarted(0, 0, Text.of("Hi")),
                new ChatEvent.PartEnded(0, 0),
                STOP,
                new ChatEvent.UsageReported(Usage.of(3, 2)),
                new ChatEvent.ResponseEnded()));
        JsonNode last = frames.get(frames.size() - 1);
        assertThat(last.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(last.at("/usage/total_tokens").asInt()).isEqualTo(5);
        assertThat(frames.get(0).has("usage")).isFalse();
    }

    @Test
    void pitfall_37_a_failure_ends_the_choice_for_clients_that_know_no_errors_here() {
        List<JsonNode> frames = frames(Wire.stream(
                losses,
                START,
                new ChatEvent.PartStarted(0, 0, Text.of("Hi")),
                new ChatEvent.StreamFailed(ChatError.of(ErrorKind.OVERLOADED, "Too busy"))));
        JsonNode last = frames.get(frames.size() - 1);
        assertThat(last.at("/choices/0/finish_reason").asText()).isEqualTo("error");
        assertThat(last.at("/error/message").asText()).isEqualTo("Too busy");
    }

    @Test
    void pitfall_38_a_cut_is_no_end_even_after_the_finish_reason() {
        List<ChatEvent> events =
                Wire.events(Wire.chunks("{'index':0,'delta':{'content':'Hi'},'finish_reason':'stop'}"));
        assertThat(events.get(events.size() - 1)).isInstanceOf(ChatEvent.StreamFailed.class);
    }

    @Test
    void pitfall_10_signatures_of_any_part_and_origin_reach_the_client() {
        Reasoning thought = new Reasoning(
                "Hm.", List.of("Short."), "sig", null, "rs_1", new Origin("gemini", "g"), Extensions.NONE);
        ChatResponse answer = Wire.fold(Wire.events(Wire.stream(
                losses,
                START,
                new ChatEvent.PartStarted(0, 0, thought),
                new ChatEvent.PartEnded(0, 0),
                STOP,
                new ChatEvent.ResponseEnded())));
        assertThat(answer.choices().get(0).message().parts()).containsExactly(thought);
        assertThat(losses.isEmpty()).isTrue();
    }

    private String toClientWithPrefix(ChatEvent... events) {
        EncodeContext context = new EncodeContext(
                losses, new MistralChatReplyShape("Roses"), null, "m", () -> "1", InstantSource.fixed(Instant.EPOCH));
        var encoder = Wire.DIALECT.streamEncoder(context);
        WireBuffer out = new WireBuffer(256);
        for (ChatEvent event : events) {
            encoder.encode(event, out);
        }
        return new String(out.toBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void what_was_continued_is_repeated_to_clients_and_taken_from_vendors() {
        String stream = toClientWithPrefix(
                START,
                new ChatEvent.PartStarted(0, 0, Text.of(" are")),
                new ChatEvent.TextDelta(0, 0, " red."),
                new ChatEvent.PartEnded(0, 0),
                STOP,
                new ChatEvent.ResponseEnded());
        assertThat(Wire.fold(Wire.events(stream)).text()).isEqualTo("Roses are red.");
        ReplyPlan plan = new ReplyPlan(Map.of(), Set.of(), null, "Roses");
        assertThat(Wire.fold(Wire.events(stream, new ReplySource("mistral", "m", null, plan)))
                        .text())
                .isEqualTo(" are red.");
    }

    @Test
    void an_error_object_in_a_stream_is_a_failure_of_its_kind() {
        List<ChatEvent> events = new ArrayList<>();
        var decoder = Wire.DIALECT.streamDecoder(new ReplySource("mistral", "m", null));
        String error = "{\"object\":\"error\",\"message\":\"Slow down\",\"type\":\"rate_limited\",\"code\":\"1300\"}";
        assertThatThrownBy(() -> decoder.decode(Frame.of(null, error), events::add))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.error().kind()).isEqualTo(ErrorKind.RATE_LIMIT));
    }
}
