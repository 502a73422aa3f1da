// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Usage;
import dev.dragoman.model.tool.ToolKind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnthropicMessagesStreamTest {
    private static final String START = Wire.event(
            "message_start",
            "'message':{'id':'msg_1','type':'message','role':'assistant','model':'m','content':[],"
                    + "'usage':{'input_tokens':20,'cache_read_input_tokens':5,'output_tokens':1}}");
    private static final String STOP = Wire.event("message_stop", "");

    private final Losses losses = new Losses();

    private static String finish(String reason) {
        return Wire.event(
                "message_delta",
                "'delta':{'stop_reason':'" + reason + "','stop_sequence':null},'usage':{'output_tokens':31}");
    }

    private static String toolBlock(int index, String... pieces) {
        StringBuilder block = new StringBuilder(Wire.event(
                "content_block_start",
                "'index':" + index + ",'content_block':{'type':'tool_use','id':'t" + index
                        + "','name':'clock','input':{}}"));
        for (String piece : pieces) {
            block.append(Wire.event(
                    "content_block_delta",
                    "'index':" + index + ",'delta':{'type':'input_json_delta','partial_json':'" + piece + "'}"));
        }
        return block + Wire.event("content_block_stop", "'index':" + index);
    }

    @Test
    void pitfall_33_counts_are_cumulative_and_cached_tokens_counted_in() {
        ChatResponse response = Wire.fold(Wire.events(START + toolBlock(0, "", "{}") + finish("tool_use") + STOP));
        Usage usage = response.usage();
        assertThat(usage).isNotNull();
        assertThat(usage.inputTokens()).isEqualTo(25);
        assertThat(usage.outputTokens()).isEqualTo(31);
        assertThat(usage.uncachedInputTokens()).isEqualTo(20);
    }

    @Test
    void a_call_without_arguments_has_an_empty_object() {
        ChatResponse response =
                Wire.fold(Wire.events(START + toolBlock(0) + toolBlock(1, "") + finish("tool_use") + STOP));
        assertThat(response.toolCalls()).extracting(ToolCall::arguments).containsExactly("{}", "{}");
    }

    @Test
    void pitfall_5_calls_are_never_masked_by_end_turn_and_limits_never_by_calls() {
        assertThat(Wire.fold(Wire.events(START + toolBlock(0) + finish("end_turn") + STOP))
                        .choices()
                        .get(0)
                        .finishReason()
                        .kind())
                .isEqualTo(FinishReason.Kind.TOOL_CALLS);
        assertThat(Wire.fold(Wire.events(START + toolBlock(0) + finish("max_tokens") + STOP))
                        .choices()
                        .get(0)
                        .finishReason()
                        .kind())
                .isEqualTo(FinishReason.Kind.LENGTH);
    }

    @Test
    void pitfall_38_a_cut_stream_fails() {
        assertThat(Wire.events(START + finish("end_turn"))).last().isInstanceOf(ChatEvent.StreamFailed.class);
        assertThat(Wire.events(START + STOP)).last().isInstanceOf(ChatEvent.StreamFailed.class);
    }

    @Test
    void pitfall_37_an_error_in_the_stream_is_told_as_what_it_is() {
        List<ChatEvent> events =
                Wire.events(START + Wire.event("error", "'error':{'type':'overloaded_error','message':'Overloaded'}"));
        assertThat(((ChatEvent.StreamFailed) events.get(events.size() - 1))
                        .error()
                        .kind())
                .isEqualTo(ErrorKind.OVERLOADED);
    }

    @Test
    void pitfall_8_a_signature_without_thoughts_is_kept() {
        String block = Wire.event(
                        "content_block_start",
                        "'index':0,'content_block':{'type':'thinking','thinking':'','signature':''}")
                + Wire.event("content_block_delta", "'index':0,'delta':{'type':'signature_delta','signature':'s'}")
                + Wire.event("content_block_stop", "'index':0");
        Reasoning thought = (Reasoning) Wire.fold(Wire.events(START + block + finish("end_turn") + STOP))
                .choices()
                .get(0)
                .message()
                .parts()
                .get(0);
        assertThat(thought.text()).isNull();
        assertThat(thought.signature()).isEqualTo("s");
        assertThat(thought.origin()).isEqualTo(new Origin("anthropic", "claude-sonnet-5"));
    }

    @Test
    void blocks_of_server_tools_come_back_byte_for_byte() {
        String block = "{'type':'server_tool_use','id':'srvtoolu_1','name':'web_search','input':{'query':'x'}}"
                .replace('\'', '"');
        Opaque opaque = new Opaque(AnthropicMessagesDialect.ID, "server_tool_use", RawJson.parse(block));
        String stream = Wire.stream(
                losses,
                new ChatEvent.ResponseStarted("msg_1", "m", null, null, null),
                new ChatEvent.PartStarted(0, 0, opaque),
                new ChatEvent.PartEnded(0, 0),
                new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.STOP, null)),
                new ChatEvent.ResponseEnded());
        assertThat(stream).contains("\"partial_json\":\"{\\\"query\\\":\\\"x\\\"}\"");
        assertThat(Wire.fold(Wire.events(stream)).choices().get(0).message().parts())
                .containsExactly(opaque);
    }

    @Test
    void pitfall_3_parallel_calls_are_told_one_after_another() {
        String stream = Wire.stream(
                losses,
                new ChatEvent.ResponseStarted("msg_1", "m", null, null, null),
                new ChatEvent.PartStarted(0, 0, ToolCall.of("a", "clock", "")),
                new ChatEvent.PartStarted(0, 1, ToolCall.of("b", "clock", "")),
                new ChatEvent.ArgumentsDelta(0, 1, "{\"b\":"),
                new ChatEvent.ArgumentsDelta(0, 0, "{\"a\":1}"),
                new ChatEvent.ArgumentsDelta(0, 1, "2}"),
                new ChatEvent.PartEnded(0, 1),
                new ChatEvent.PartEnded(0, 0),
                new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.STOP, null)),
                new ChatEvent.UsageReported(Usage.of(9, 4)),
                new ChatEvent.ResponseEnded());
        assertThat(names(stream))
                .isEqualTo(
                        "message_start content_block_start content_block_delta content_block_delta content_block_stop"
                                + " content_block_start content_block_delta content_block_delta content_block_delta"
                                + " content_block_stop message_delta message_stop");
        assertThat(stream).contains("\"stop_reason\":\"tool_use\"");
        assertThat(Wire.fold(Wire.events(stream)).toolCalls())
                .extracting(ToolCall::arguments)
                .containsExactly("{\"a\":1}", "{\"b\":2}");
    }

    @Test
    void pitfall_32_counts_are_zero_at_the_start_and_whole_at_the_end() {
        String stream = Wire.stream(
                losses,
                new ChatEvent.ResponseStarted(null, null, null, null, null),
                new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.STOP, null)),
                new ChatEvent.UsageReported(Usage.of(9, 4)),
                new ChatEvent.ResponseEnded());
        assertThat(stream)
                .contains("\"usage\":{\"input_tokens\":0,\"output_tokens\":0")
                .contains("\"usage\":{\"input_tokens\":9,");
    }

    @Test
    void pitfall_10_signatures_of_others_survive_a_turn() {
        Origin gemini = new Origin("gemini", "g");
        ToolCall signed = new ToolCall(
                "a", ToolKind.FUNCTION, "clock", "{}", new Signature("sig", gemini), null, Extensions.NONE);
        Reasoning thought = new Reasoning("Hm.", List.of(), "s", null, "id", gemini, Extensions.NONE);
        String stream = Wire.stream(
                losses,
                new ChatEvent.ResponseStarted("msg_1", "m", null, null, null),
                new ChatEvent.PartStarted(0, 0, thought),
                new ChatEvent.PartEnded(0, 0),
                new ChatEvent.PartStarted(0, 1, signed),
                new ChatEvent.PartEnded(0, 1),
                new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.TOOL_CALLS, null)),
                new ChatEvent.ResponseEnded());
        assertThat(Wire.fold(Wire.events(stream)).choices().get(0).message().parts())
                .containsExactly(thought, signed);
    }

    @Test
    void a_failure_is_the_last_event() {
        String stream = Wire.stream(
                losses,
                new ChatEvent.ResponseStarted("msg_1", "m", null, null, null),
                new ChatEvent.StreamFailed(ChatError.of(ErrorKind.OVERLOADED, "Busy")));
        assertThat(stream)
                .endsWith("event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\","
                        + "\"message\":\"Busy\"},\"request_id\":null}\n\n");
    }

    private static String names(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("event: "))
                .map(line -> line.substring(7))
                .collect(Collectors.joining(" "));
    }
}
