// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OllamaChatStreamTest {
    private static final ChatEvent START = new ChatEvent.ResponseStarted(null, "m", 0L, null, null);
    private static final ChatEvent END = new ChatEvent.ResponseEnded();

    private final Losses losses = new Losses();

    private static ChatEvent start(int index, Part part) {
        return new ChatEvent.PartStarted(0, index, part);
    }

    private static ChatEvent end(int index) {
        return new ChatEvent.PartEnded(0, index);
    }

    private static ChatEvent finish(FinishReason.Kind kind) {
        return new ChatEvent.ChoiceFinished(0, FinishReason.of(kind, null));
    }

    private List<JsonNode> lines(ChatEvent... events) {
        List<JsonNode> lines = new ArrayList<>();
        Wire.stream(losses, events).lines().forEach(line -> lines.add(Wire.json(line.replace("'", "\\u0027"))));
        return lines;
    }

    @Test
    void pitfall_1_and_3_parallel_calls_are_whole_and_numbered() {
        List<JsonNode> lines = lines(
                START,
                start(0, ToolCall.of("a", "x", "")),
                start(1, ToolCall.of("b", "y", "")),
                new ChatEvent.ArgumentsDelta(0, 1, "{\"n\":"),
                new ChatEvent.ArgumentsDelta(0, 0, "{}"),
                new ChatEvent.ArgumentsDelta(0, 1, "\n2}"),
                end(1),
                end(0),
                finish(FinishReason.Kind.TOOL_CALLS),
                END);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).at("/message/tool_calls/0"))
                .isEqualTo(Wire.json("{'id':'a','function':{'index':0,'name':'x','arguments':{}}}"));
        assertThat(lines.get(1).at("/message/tool_calls/0"))
                .isEqualTo(Wire.json("{'id':'b','function':{'index':1,'name':'y','arguments':{'n':2}}}"));
        assertThat(lines.get(2).get("done_reason").asText()).isEqualTo("stop");
    }

    @Test
    void pitfall_2_and_5_calls_of_the_last_line_are_calls() {
        ChatResponse response = Wire.fold(Wire.events(Wire.line(
                "'tool_calls':[{'function':{'name':'x','arguments':{'n':1}}}]", "'done':true,'done_reason':'stop'")));
        assertThat(response.toolCalls().get(0).arguments()).isEqualTo("{\"n\":1}");
        assertThat(response.choices().get(0).finishReason().kind()).isEqualTo(FinishReason.Kind.TOOL_CALLS);
    }

    @Test
    void pitfall_5_a_limit_is_not_masked_by_a_call() {
        ChatResponse response = Wire.fold(Wire.events(Wire.line(
                "'tool_calls':[{'function':{'name':'x','arguments':{}}}]", "'done':true,'done_reason':'length'")));
        assertThat(response.choices().get(0).finishReason().kind()).isEqualTo(FinishReason.Kind.LENGTH);
    }

    @Test
    void pitfall_4_ids_that_are_made_up_differ_and_are_the_same_each_time() {
        String stream = Wire.line("'tool_calls':[{'function':{'name':'x'}},{'function':{'name':'x'}}]", "'done':false")
                + Wire.done("stop");
        List<String> ids = Wire.fold(Wire.events(stream)).toolCalls().stream()
                .map(ToolCall::id)
                .toList();
        assertThat(ids).doesNotHaveDuplicates().hasSize(2);
        assertThat(Wire.fold(Wire.events(stream)).toolCalls().get(1).id()).isEqualTo(ids.get(1));
        String later = stream.replace("10:00:00", "10:00:01");
        assertThat(Wire.fold(Wire.events(later)).toolCalls().get(0).id()).isNotEqualTo(ids.get(0));
    }

    @Test
    void pitfall_6_and_32_the_end_and_the_counts_come_last_and_together() {
        List<JsonNode> lines = lines(
                START,
                start(0, Text.of("Hi")),
                end(0),
                finish(FinishReason.Kind.STOP),
                new ChatEvent.UsageReported(Usage.of(3, 4)),
                END);
        assertThat(lines.get(0).get("done").asBoolean(true)).isFalse();
        assertThat(lines.get(1))
                .isEqualTo(Wire.json("{'model':'m','created_at':'1970-01-01T00:00:00Z','message':{'role':'assistant',"
                        + "'content':''},'done':true,'done_reason':'stop','prompt_eval_count':3,'eval_count':4}"));
    }

    @Test
    void pitfall_37_an_error_in_a_stream_is_an_error() {
        StreamDecoder decoder = Wire.DIALECT.streamDecoder(new ReplySource("ollama", "m", null));
        List<ChatEvent> events = new ArrayList<>();
        try {
            decoder.decode(Frame.of(null, "{\"error\":{\"message\":\"It broke\"}}"), events::add);
            assertThat(events).as("an exception was due").isNull();
        } catch (ChatException e) {
            assertThat(e.error().message()).isEqualTo("It broke");
            assertThat(e.error().kind()).isEqualTo(ErrorKind.INTERNAL);
        }
        assertThat(decoder.isRegular()).as("clients would show [object Object]").isFalse();
        List<JsonNode> lines = lines(START, new ChatEvent.StreamFailed(ChatError.of(ErrorKind.OVERLOADED, "Too busy")));
        assertThat(lines).containsExactly(Wire.json("{'error':'Too busy','kind':'overloaded'}"));
    }

    @Test
    void pitfall_38_a_stream_without_its_last_line_has_failed() {
        List<ChatEvent> events = Wire.events(Wire.line("'content':'Hi'", "'done':false"));
        assertThat(events.get(events.size() - 1)).isInstanceOf(ChatEvent.StreamFailed.class);
    }

    @Test
    void pitfall_44_a_sign_of_life_is_a_line_that_adds_nothing() {
        var encoder = Wire.DIALECT.streamEncoder(Wire.toClient(losses));
        WireBuffer out = new WireBuffer(64);
        encoder.heartbeat(out);
        assertThat(out.isEmpty()).isTrue();
        encoder.encode(START, out);
        encoder.heartbeat(out);
        JsonNode line = Wire.json(out.toBytes());
        assertThat(line.at("/message/content").asText("?")).isEmpty();
        assertThat(line.get("done").asBoolean(true)).isFalse();
    }

    @Test
    void pitfall_8_and_10_seals_and_origins_of_other_vendors_reach_the_client() {
        Reasoning opening = new Reasoning(
                "", List.of(), null, null, null, new Origin("anthropic", "claude-sample"), Extensions.NONE);
        List<JsonNode> lines = lines(
                START,
                start(0, opening),
                new ChatEvent.ReasoningDelta(0, 0, "Hm"),
                new ChatEvent.ReasoningDelta(0, 0, "m."),
                new ChatEvent.ReasoningSealed(0, 0, "c2ln", null),
                end(0),
                finish(FinishReason.Kind.STOP),
                END);
        assertThat(lines.get(0).get("message"))
                .isEqualTo(Wire.json("{'role':'assistant','content':'','thinking':'Hm','thinking_details':"
                        + "[{'index':0,'vendor':'anthropic','model':'claude-sample'}]}"));
        assertThat(lines.get(1).get("message"))
                .isEqualTo(Wire.json("{'role':'assistant','content':'','thinking':'m.'}"));
        assertThat(lines.get(2).get("message"))
                .isEqualTo(Wire.json(
                        "{'role':'assistant','content':'','thinking_details':" + "[{'index':0,'signature':'c2ln'}]}"));
        assertThat(losses.isEmpty()).isTrue();
    }

    @Test
    void durations_stay_with_the_counts() {
        ChatResponse response = Wire.fold(Wire.events(
                Wire.line("'content':'Hi'", "'done':true,'done_reason':'stop','total_duration':7,'eval_duration':5")));
        Usage usage = Objects.requireNonNull(response.usage());
        assertThat(usage.inputTokens()).isZero();
        assertThat(String.valueOf(usage.raw())).isEqualTo("{\"total_duration\":7,\"eval_duration\":5}");
        JsonNode told = Wire.json(Wire.DIALECT.responseEncoder().encode(response, Wire.toClient(losses)));
        assertThat(told.get("total_duration").asLong()).isEqualTo(7);
        assertThat(told.get("eval_count").asLong()).isZero();
    }

    @Test
    void an_answer_to_nothing_was_loaded() {
        ChatResponse response = Wire.fold(Wire.events(Wire.done("load")));
        assertThat(response.text()).isEmpty();
        assertThat(response.choices().get(0).finishReason().kind()).isEqualTo(FinishReason.Kind.STOP);
        JsonNode told = Wire.json(Wire.DIALECT.responseEncoder().encode(response, Wire.toClient(losses)));
        assertThat(told.get("done_reason").asText()).isEqualTo("load");
    }
}
