// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import static dev.dragoman.adapters.openai.responses.Wire.events;
import static dev.dragoman.adapters.openai.responses.Wire.fold;
import static dev.dragoman.adapters.openai.responses.Wire.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.framing.Frame;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.FinishReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenAiResponsesStreamTest {
    private static final String CREATED =
            "{'type':'response.created','response':{'id':'resp_1','status':'in_progress','output':[]}}";

    private static String ended(String output) {
        return "{'type':'response.completed','response':{'id':'resp_1','status':'completed','output':[" + output
                + "]}}";
    }

    private static String call(int index, String stage, String arguments) {
        return "{'type':'response.output_item." + stage + "','output_index':" + index
                + ",'item':{'type':'function_call'," + "'id':'fc_" + index + "','call_id':'c" + index
                + "','name':'f','arguments':'" + arguments + "'}}";
    }

    private static ChatEvent last(List<ChatEvent> events) {
        return events.get(events.size() - 1);
    }

    @Test
    void pitfall_2_arguments_that_come_only_at_an_end_are_kept() {
        ChatResponse onlyDone = fold(events(
                CREATED,
                call(0, "added", ""),
                "{'type':'response.function_call_arguments.done','output_index':0,'arguments':'[1]'}",
                ended("")));
        ChatResponse onlyItem = fold(events(CREATED, call(0, "done", "[1]"), ended("")));
        ChatResponse onlyOutput =
                fold(events(CREATED, ended("{'type':'function_call','call_id':'c0','name':'f','arguments':'[1]'}")));
        for (ChatResponse response : List.of(onlyDone, onlyItem, onlyOutput)) {
            assertThat(response.toolCalls()).containsExactly(ToolCall.of("c0", "f", "[1]"));
            assertThat(response.choices().get(0).finishReason().kind()).isEqualTo(FinishReason.Kind.TOOL_CALLS);
        }
    }

    @Test
    void pitfall_1_calls_side_by_side_keep_their_own_arguments() {
        ChatResponse response = fold(events(
                CREATED,
                call(0, "added", ""),
                call(1, "added", ""),
                "{'type':'response.function_call_arguments.delta','output_index':0,'delta':'[1'}",
                "{'type':'response.function_call_arguments.delta','output_index':1,'delta':'[2]'}",
                "{'type':'response.function_call_arguments.delta','output_index':0,'delta':']'}",
                call(1, "done", "[2]"),
                call(0, "done", "[1]"),
                ended("")));
        assertThat(response.toolCalls()).containsExactly(ToolCall.of("c0", "f", "[1]"), ToolCall.of("c1", "f", "[2]"));
    }

    @Test
    void pitfall_4_what_a_vendor_leaves_out_is_made_up() {
        ChatResponse response = fold(events(
                CREATED,
                "{'type':'response.output_item.added','item':{'type':'message','role':'assistant'}}",
                "{'type':'response.output_text.delta','delta':'Hel'}",
                "{'type':'response.output_text.delta','delta':'lo'}",
                "{'type':'response.completed','response':{}}"));
        assertThat(response.text()).isEqualTo("Hello");
        assertThat(response.choices().get(0).finishReason().kind()).isEqualTo(FinishReason.Kind.STOP);
    }

    @Test
    void pitfall_13_reasoning_in_the_open_and_in_summaries_are_told_apart() {
        ChatResponse response = response("{'id':'r','status':'completed','output':[{'type':'reasoning','id':'rs_1',"
                + "'summary':[{'type':'summary_text','text':'s'}],'content':[{'type':'reasoning_text','text':'t'}]}]}");
        Reasoning reasoning =
                (Reasoning) response.choices().get(0).message().parts().get(0);
        assertThat(reasoning.text()).isEqualTo("t");
        assertThat(reasoning.summary()).containsExactly("s");
        assertThat(reasoning.id()).isEqualTo("rs_1");
        assertThat(reasoning.origin()).isEqualTo(new Origin("openai-responses", "gpt-x"));
    }

    @Test
    void pitfall_5_limits_are_not_masked_by_calls() {
        String body = "{'id':'r','status':'incomplete','incomplete_details':{'reason':'max_output_tokens'},'output':["
                + "{'type':'function_call','call_id':'c','name':'f','arguments':'{'}]}";
        assertThat(response(body).choices().get(0).finishReason().kind()).isEqualTo(FinishReason.Kind.LENGTH);
    }

    @Test
    void pitfall_37_failures_inside_of_a_stream_are_failures_in_every_form() {
        for (String failure : List.of(
                "{'type':'error','code':'rate_limit_exceeded','message':'slow','param':null}",
                "{'type':'error','error':{'type':'rate_limit_error','code':null,'message':'slow'}}",
                "{'error':{'code':'rate_limit_exceeded','message':'slow'}}",
                "{'type':'response.failed','response':{'status':'failed','error':{'code':'rate_limit_exceeded',"
                        + "'message':'slow'}}}")) {
            assertThat(last(events(CREATED, failure))).isInstanceOfSatisfying(ChatEvent.StreamFailed.class, failed -> {
                assertThat(failed.error().kind()).isEqualTo(ErrorKind.RATE_LIMIT);
                assertThat(failed.error().message()).isEqualTo("slow");
            });
        }
        assertThatThrownBy(
                        () -> response("{'id':'r','status':'failed','error':{'code':'image_too_large','message':'x'}}"))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.error().kind()).isEqualTo(ErrorKind.INVALID_REQUEST));
    }

    @Test
    void pitfall_38_a_cut_or_an_end_mark_alone_is_no_success() {
        assertThat(last(events(CREATED))).isInstanceOf(ChatEvent.StreamFailed.class);
        assertThat(last(events(CREATED, call(0, "done", "{}"), "[DONE]"))).isInstanceOf(ChatEvent.StreamFailed.class);
    }

    @Test
    void what_follows_the_end_does_not_reach_clients() {
        StreamDecoder decoder = Wire.DIALECT.streamDecoder(new ReplySource("openai-responses", "m", null));
        List<ChatEvent> events = new ArrayList<>();
        decoder.decode(Frame.of(null, ended("").replace('\'', '"')), events::add);
        assertThat(decoder.isRegular()).isTrue();
        int size = events.size();
        decoder.decode(Frame.of(null, "{\"type\":\"response.rate_limits.updated\"}"), events::add);
        assertThat(decoder.isRegular()).isFalse();
        assertThat(events).hasSize(size);
    }

    @Test
    void deltas_are_padded_where_the_client_asks_for_it() {
        DecodedRequest decoded = Wire.DIALECT
                .requestDecoder()
                .decode(WireRequest.of(Wire.json(
                        "{'model':'m','input':'x','stream':true,'stream_options':{'include_obfuscation':true}}")));
        List<ChatEvent> events = List.of(
                new ChatEvent.ResponseStarted("r", "m", 1L, null, null),
                new ChatEvent.PartStarted(0, 0, Text.of("")),
                new ChatEvent.TextDelta(0, 0, "Hello"),
                new ChatEvent.PartEnded(0, 0),
                new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.STOP, null)),
                new ChatEvent.ResponseEnded());
        assertThat(Wire.stream(decoded.shape(), events))
                .contains("\"delta\":\"Hello\",\"obfuscation\":\"id1id1id1id\"");
        assertThat(Wire.stream(ReplyShape.DEFAULT, events)).doesNotContain("obfuscation");
    }

    @Test
    void an_answer_repeats_the_request_on_one_line() {
        DecodedRequest decoded = Wire.DIALECT
                .requestDecoder()
                .decode(WireRequest.of(Wire.json(
                        "{'model':'m','input':'x','tools':[\n{'type':'function',\n'name':'f'}],'temperature':0.5}")));
        List<ChatEvent> events = List.of(
                new ChatEvent.ResponseStarted("r", "m", 1L, null, null),
                new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.STOP, null)),
                new ChatEvent.ResponseEnded());
        String stream = Wire.stream(decoded.shape(), events);
        assertThat(stream)
                .contains("\"temperature\":0.5")
                .contains("\"tools\":[ {\"type\":\"function\", \"name\":\"f\"}]");
        assertThat(stream.lines().filter(line -> !line.isEmpty()))
                .allMatch(line -> line.startsWith("event: ") || line.startsWith("data: "));
    }
}
