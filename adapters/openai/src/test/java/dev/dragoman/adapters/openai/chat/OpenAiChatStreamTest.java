// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import static dev.dragoman.adapters.openai.chat.Wire.delta;
import static dev.dragoman.adapters.openai.chat.Wire.events;
import static dev.dragoman.adapters.openai.chat.Wire.eventsOf;
import static dev.dragoman.adapters.openai.chat.Wire.finish;
import static dev.dragoman.adapters.openai.chat.Wire.fold;
import static dev.dragoman.adapters.openai.chat.Wire.response;
import static dev.dragoman.adapters.openai.chat.Wire.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.prepare.ReplyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenAiChatStreamTest {
    private static ChatEvent last(List<ChatEvent> events) {
        return events.get(events.size() - 1);
    }

    @Test
    void text_comes_in_pieces() {
        ChatResponse response = fold(events(
                delta("{'role':'assistant','content':''}"),
                delta("{'content':'Hel'}"),
                delta("{'content':'lo'}"),
                finish("stop")));
        assertThat(response.text()).isEqualTo("Hello");
        assertThat(response.choices().get(0).finishReason().kind()).isEqualTo(FinishReason.Kind.STOP);
    }

    @Test
    void pitfall_1_parallel_calls_keep_their_own_index() {
        ChatResponse response = fold(events(
                delta("{'tool_calls':[{'index':0,'id':'a','type':'function','function':{'name':'f','arguments':''}}]}"),
                delta("{'tool_calls':[{'index':1,'id':'b','type':'function','function':{'name':'g','arguments':''}}]}"),
                delta("{'tool_calls':[{'index':0,'function':{'arguments':'{\\\"x\\\":'}}]}"),
                delta("{'tool_calls':[{'index':1,'function':{'arguments':'{}'}}]}"),
                delta("{'tool_calls':[{'index':0,'function':{'arguments':'1}'}}]}"),
                finish("tool_calls")));
        assertThat(response.toolCalls())
                .containsExactly(ToolCall.of("a", "f", "{\"x\":1}"), ToolCall.of("b", "g", "{}"));
    }

    @Test
    void pitfall_2_arguments_in_the_opening_chunk_are_kept() {
        ChatResponse response = fold(events(
                delta(
                        "{'tool_calls':[{'index':0,'id':'a','type':'function','function':{'name':'f','arguments':'{}'}}]}"),
                finish("tool_calls")));
        assertThat(response.toolCalls()).containsExactly(ToolCall.of("a", "f", "{}"));
    }

    @Test
    void pitfall_4_index_and_id_may_be_missing() {
        ChatResponse response = fold(events(
                delta("{'tool_calls':[{'id':'a','type':'function','function':{'name':'f','arguments':'{'}}]}"),
                delta("{'tool_calls':[{'function':{'arguments':'}'}}]}"),
                delta("{'tool_calls':[{'id':'null','function':{'name':'','arguments':''}}]}"),
                delta("{'tool_calls':[{'id':'b','function':{'name':'g','arguments':'{}'}}]}"),
                finish("tool_calls")));
        assertThat(response.toolCalls()).containsExactly(ToolCall.of("a", "f", "{}"), ToolCall.of("b", "g", "{}"));
    }

    @Test
    void a_call_without_any_id_gets_one_and_a_late_name_is_waited_for() {
        ChatResponse response = fold(events(
                delta("{'tool_calls':[{'index':0,'function':{'arguments':'{'}}]}"),
                delta("{'tool_calls':[{'index':0,'function':{'name':'f'}}]}"),
                delta("{'tool_calls':[{'index':0,'function':{'arguments':'}'}}]}"),
                finish("tool_calls")));
        assertThat(response.toolCalls()).singleElement().satisfies(call -> {
            assertThat(call.id()).startsWith("call_");
            assertThat(call.arguments()).isEqualTo("{}");
        });
    }

    @Test
    void pitfall_5_a_call_among_the_output_means_a_tool_finish_reason_but_limits_are_not_masked() {
        String call = delta("{'tool_calls':[{'index':0,'id':'a','function':{'name':'f','arguments':'{}'}}]}");
        assertThat(fold(events(call, finish("stop")))
                        .choices()
                        .get(0)
                        .finishReason()
                        .kind())
                .isEqualTo(FinishReason.Kind.TOOL_CALLS);
        assertThat(fold(events(call, finish("length")))
                        .choices()
                        .get(0)
                        .finishReason()
                        .kind())
                .isEqualTo(FinishReason.Kind.LENGTH);
        assertThat(fold(events(call, finish("content_filter")))
                        .choices()
                        .get(0)
                        .finishReason()
                        .kind())
                .isEqualTo(FinishReason.Kind.CONTENT_FILTER);
    }

    @Test
    void pitfall_13_reasoning_has_several_names_and_counts_once() {
        ChatResponse response = fold(events(
                delta("{'reasoning_content':'a','reasoning':'a'}"),
                delta("{'reasoning':'b','reasoning_details':[{'type':'reasoning.text','text':'b','index':0}]}"),
                delta("{'reasoning_details':[{'type':'reasoning.text','signature':'s','index':0}]}"),
                delta("{'content':'c'}"),
                finish("stop")));
        Reasoning reasoning =
                (Reasoning) response.choices().get(0).message().parts().get(0);
        assertThat(reasoning.text()).isEqualTo("ab");
        assertThat(reasoning.signature()).isEqualTo("s");
        assertThat(response.text()).isEqualTo("c");
    }

    @Test
    void pitfall_34_counts_come_after_the_finish_reason_and_before_the_end() {
        List<ChatEvent> events = events(
                delta("{'content':'a'}"),
                finish("stop"),
                "{'id':'c1','choices':[],'usage':{'prompt_tokens':3,'completion_tokens':4,'total_tokens':7}}");
        assertThat(last(events)).isInstanceOf(ChatEvent.ResponseEnded.class);
        assertThat(fold(events).usage())
                .isNotNull()
                .extracting("inputTokens", "outputTokens")
                .containsExactly(3L, 4L);
    }

    @Test
    void pitfall_37_an_error_inside_of_a_stream_is_an_error() {
        List<ChatEvent> events = events(
                delta("{'content':'a'}"),
                "{'error':{'message':'slow down','type':'rate_limit_error','code':'rate_limit_exceeded'}}");
        assertThat(last(events)).isInstanceOfSatisfying(ChatEvent.StreamFailed.class, failed -> {
            assertThat(failed.error().kind()).isEqualTo(ErrorKind.RATE_LIMIT);
            assertThat(failed.error().message()).isEqualTo("slow down");
        });
    }

    @Test
    void pitfall_38_a_cut_is_never_a_success() {
        String whole = "data: " + delta("{'content':'a'}").replace('\'', '"') + "\n\n";
        assertThat(last(eventsOf(whole))).isInstanceOf(ChatEvent.StreamFailed.class);
        assertThat(last(eventsOf(whole + "data: [DONE]\n\n"))).isInstanceOf(ChatEvent.StreamFailed.class);
        assertThat(last(eventsOf(whole + "data: {\"choices\":[{\"ind"))).isInstanceOf(ChatEvent.StreamFailed.class);
        assertThat(last(eventsOf(""))).isInstanceOf(ChatEvent.StreamFailed.class);
    }

    @Test
    void an_end_mark_may_be_missing_if_every_choice_has_ended() {
        String stream = "data: " + finish("stop").replace('\'', '"') + "\n\n";
        assertThat(last(eventsOf(stream))).isInstanceOf(ChatEvent.ResponseEnded.class);
    }

    @Test
    void a_refusal_may_follow_text() {
        ChatResponse response = fold(events(
                delta("{'content':'Sure'}"), delta("{'refusal':'No'}"), delta("{'refusal':'!'}"), finish("stop")));
        assertThat(response.choices().get(0).message().parts()).containsExactly(Text.of("Sure"), Refusal.of("No!"));
    }

    @Test
    void sound_ends_after_the_finish_reason() {
        ChatResponse response = fold(events(
                delta("{'audio':{'id':'audio_1','transcript':'Hi'}}"),
                delta("{'audio':{'data':'AA'}}"),
                finish("stop"),
                "{'id':'c1','choices':[{'index':0,'delta':{'audio':{'expires_at':99}}}]}"));
        Audio audio = (Audio) response.choices().get(0).message().parts().get(0);
        assertThat(audio.id()).isEqualTo("audio_1");
        assertThat(audio.transcript()).isEqualTo("Hi");
        assertThat(audio.expiresAt()).isEqualTo(99L);
    }

    @Test
    void streamed_and_whole_are_the_same() {
        ChatResponse whole =
                response("{'id':'c1','object':'chat.completion','created':1,'model':'m','choices':[{'index':0,"
                        + "'message':{'role':'assistant','content':'Hello','refusal':null,'annotations':[]},'logprobs':null,"
                        + "'finish_reason':'stop'}]}");
        assertThat(fold(events(
                        delta("{'role':'assistant','content':''}"),
                        delta("{'content':'Hel'}"),
                        delta("{'content':'lo'}"),
                        finish("stop"))))
                .isEqualTo(whole);
    }

    @Test
    void the_written_stream_obeys_what_clients_demand() {
        List<ChatEvent> events = events(
                delta("{'content':'a'}"),
                delta("{'tool_calls':[{'index':0,'id':'x','function':{'name':'f','arguments':''}}]}"),
                finish("tool_calls"),
                "{'id':'c1','choices':[],'usage':{'prompt_tokens':3,'completion_tokens':4,'total_tokens':7}}");
        String[] frames = stream(new OpenAiChatReplyShape(true, false, false), new Losses(), events)
                .split("\n\n", -1);
        assertThat(frames[0]).contains("\"delta\":{\"role\":\"assistant\"").contains("\"usage\":null");
        assertThat(frames[2])
                .contains("\"id\":\"x\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}");
        assertThat(frames[3]).contains("\"arguments\":\"{}\"");
        assertThat(frames[4]).contains("\"delta\":{}").contains("\"finish_reason\":\"tool_calls\"");
        assertThat(frames[5]).contains("\"choices\":[],\"usage\":{\"prompt_tokens\":3");
        assertThat(frames[6]).isEqualTo("data: [DONE]");
        assertThat(String.join("", frames)).doesNotContain("\"error\"");
    }

    @Test
    void counts_are_written_only_when_asked_for() {
        List<ChatEvent> events = events(
                delta("{'content':'a'}"),
                finish("stop"),
                "{'id':'c1','choices':[],'usage':{'prompt_tokens':3,'completion_tokens':4}}");
        assertThat(stream(OpenAiChatReplyShape.DEFAULT, new Losses(), events)).doesNotContain("usage");
    }

    @Test
    void deltas_are_padded_when_asked_for() {
        String stream = stream(
                new OpenAiChatReplyShape(false, true, false),
                new Losses(),
                events(delta("{'content':'a'}"), delta("{'content':'b'}"), finish("stop")));
        assertThat(stream).contains("\"obfuscation\":\"id1id1id1id1id1\"");
    }

    @Test
    void a_client_of_functions_gets_a_function_call() {
        List<ChatEvent> events = events(
                delta("{'tool_calls':[{'index':0,'id':'x','function':{'name':'f','arguments':'{}'}}]}"),
                finish("tool_calls"));
        assertThat(stream(new OpenAiChatReplyShape(false, false, true), new Losses(), events))
                .contains("\"function_call\":{\"name\":\"f\",\"arguments\":\"{}\"}")
                .contains("\"finish_reason\":\"function_call\"")
                .doesNotContain("tool_calls");
    }

    @Test
    void a_failure_ends_the_stream_without_an_end_mark() {
        List<ChatEvent> events = eventsOf("data: " + delta("{'content':'a'}").replace('\'', '"') + "\n\n");
        assertThat(stream(ReplyShape.DEFAULT, new Losses(), events))
                .endsWith("\"type\":\"server_error\",\"param\":null,\"code\":\"stream_interrupted\"}}\n\n")
                .doesNotContain("[DONE]");
    }

    @Test
    void pitfall_38_an_empty_finish_reason_ends_nothing() {
        String piece = "{'choices':[{'index':0,'delta':{'content':'Hel'},'finish_reason':''}]}".replace('\'', '"');
        assertThat(last(eventsOf("data: " + piece + "\n\n"))).isInstanceOf(ChatEvent.StreamFailed.class);
    }

    @Test
    void pitfall_38_a_cut_before_the_second_choice_is_no_success() {
        ReplySource two = new ReplySource("openai", "gpt-x", null, ReplyPlan.NONE, 2);
        for (String end : List.of("", "[DONE]")) {
            StreamDecoder decoder = Wire.DIALECT.streamDecoder(two);
            List<ChatEvent> events = new ArrayList<>();
            decoder.decode(Frame.of(null, finish("stop").replace('\'', '"')), events::add);
            decoder.decode(Frame.of(null, end), events::add);
            decoder.end(events::add);
            // A vendor that says that it is done may have made fewer choices than were asked for.
            assertThat(last(events))
                    .isInstanceOf(end.isEmpty() ? ChatEvent.StreamFailed.class : ChatEvent.ResponseEnded.class);
        }
    }

    @Test
    void pitfall_23_names_come_back_and_no_disguised_frame_passes_through() {
        ReplyPlan plan = new ReplyPlan(Map.of("weather_get", "weather.get"), Set.of(), null);
        StreamDecoder decoder = Wire.DIALECT.streamDecoder(new ReplySource("openai", "gpt-x", null, plan));
        List<ChatEvent> events = new ArrayList<>();
        for (String chunk : List.of(
                delta("{'tool_calls':[{'index':0,'id':'a','function':{'name':'weather_get','arguments':'{}'}}]}"),
                finish("tool_calls"))) {
            decoder.decode(Frame.of(null, chunk.replace('\'', '"')), events::add);
            assertThat(decoder.isRegular()).isFalse();
        }
        decoder.decode(Frame.of(null, "[DONE]"), events::add);
        assertThat(fold(events).toolCalls()).containsExactly(ToolCall.of("a", "weather.get", "{}"));
    }
}
