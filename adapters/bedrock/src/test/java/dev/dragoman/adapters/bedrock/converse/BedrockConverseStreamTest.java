// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Usage;
import dev.dragoman.model.tool.ToolKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class BedrockConverseStreamTest {
    private static final String START = "messageStart | {'role':'assistant','p':'abcd'}";
    private static final String USAGE =
            "metadata | {'usage':{'inputTokens':50,'outputTokens':20,'totalTokens':75,'cacheReadInputTokens':5},"
                    + "'metrics':{'latencyMs':800},'p':'a'}";

    private final Losses losses = new Losses();

    private static String stop(String reason) {
        return "messageStop | {'stopReason':'" + reason + "','p':'x'}";
    }

    private static String delta(int index, String delta) {
        return "contentBlockDelta | {'contentBlockIndex':" + index + ",'delta':" + delta + ",'p':'ab'}";
    }

    private static String call(int index, String id) {
        return "contentBlockStart | {'contentBlockIndex':" + index + ",'start':{'toolUse':{'toolUseId':'" + id
                + "','name':'clock'}}}";
    }

    private static String end(int index) {
        return "contentBlockStop | {'contentBlockIndex':" + index + "}";
    }

    private static List<Part> parts(ChatResponse response) {
        return response.choices().get(0).message().parts();
    }

    @Test
    void text_without_a_start_and_calls_with_pieces_are_read() {
        ChatResponse response = Wire.fold(Wire.events(
                START,
                delta(0, "{'text':'Let me '}"),
                delta(0, "{'text':'look.'}"),
                end(0),
                call(1, "t2"),
                delta(1, "{'toolUse':{'input':'{}'}}"),
                end(1),
                call(3, "t3"),
                end(3),
                stop("tool_use"),
                USAGE));
        assertThat(response.text()).isEqualTo("Let me look.");
        assertThat(response.toolCalls()).extracting(ToolCall::id).containsExactly("t2", "t3");
        assertThat(response.toolCalls()).extracting(ToolCall::arguments).containsExactly("{}", "{}");
        assertThat(response.id()).isEqualTo("req-1");
    }

    @Test
    void pitfall_33_cached_tokens_are_counted_in_and_the_total_is_computed() {
        Usage usage = Wire.fold(Wire.events(START, delta(0, "{'text':'Hi'}"), end(0), stop("end_turn"), USAGE))
                .usage();
        assertThat(usage.inputTokens()).isEqualTo(55);
        assertThat(usage.uncachedInputTokens()).isEqualTo(50);
        assertThat(usage.raw()).isNotNull();
    }

    @Test
    void pitfall_5_calls_are_never_masked_and_filters_never_by_calls() {
        assertThat(Wire.fold(Wire.events(START, call(0, "a"), end(0), stop("end_turn"), USAGE))
                        .choices()
                        .get(0)
                        .finishReason()
                        .kind())
                .isEqualTo(FinishReason.Kind.TOOL_CALLS);
        assertThat(Wire.fold(Wire.events(START, call(0, "a"), end(0), stop("guardrail_intervened"), USAGE))
                        .choices()
                        .get(0)
                        .finishReason()
                        .kind())
                .isEqualTo(FinishReason.Kind.CONTENT_FILTER);
    }

    @Test
    void pitfall_38_a_stream_without_a_stop_is_no_success_and_one_without_counts_is() {
        assertThat(Wire.events(START, delta(0, "{'text':'Hi'}"), end(0)))
                .last()
                .isInstanceOf(ChatEvent.StreamFailed.class);
        assertThat(Wire.events(START, delta(0, "{'text':'Hi'}"), end(0), stop("end_turn")))
                .last()
                .isInstanceOf(ChatEvent.ResponseEnded.class);
    }

    @Test
    void pitfall_37_exceptions_and_errors_are_told_as_what_they_are() {
        assertThat(failure("exception:throttlingException | {'message':'slow down'}"))
                .satisfies(error -> assertThat(error.kind()).isEqualTo(ErrorKind.RATE_LIMIT))
                .satisfies(error -> assertThat(error.message()).isEqualTo("slow down"))
                .satisfies(error -> assertThat(error.code()).isEqualTo("ThrottlingException"));
        assertThat(failure("exception:modelStreamErrorException | {'message':'x','originalStatusCode':500}")
                        .kind())
                .isEqualTo(ErrorKind.UPSTREAM);
        assertThat(failure("exception:newException | {'message':'x'}").kind()).isEqualTo(ErrorKind.INTERNAL);
        assertThat(failure("error:InternalError | {'message':'It broke.'}").message())
                .isEqualTo("It broke.");
    }

    private static ChatError failure(String frame) {
        List<ChatEvent> events = Wire.events(START, delta(0, "{'text':'Hi'}"), frame);
        return ((ChatEvent.StreamFailed) events.get(events.size() - 1)).error();
    }

    @Test
    void pitfall_8_signatures_and_encrypted_reasoning_are_kept() {
        ChatResponse response = Wire.fold(Wire.events(
                START,
                delta(0, "{'reasoningContent':{'signature':'s'}}"),
                end(0),
                delta(1, "{'reasoningContent':{'redactedContent':'YWI='}}"),
                delta(1, "{'reasoningContent':{'redactedContent':'Yw=='}}"),
                end(1),
                delta(2, "{'reasoningContent':{'text':'Hm.'}}"),
                delta(2, "{'reasoningContent':{'signature':'t'}}"),
                end(2),
                stop("end_turn"),
                USAGE));
        Origin origin = new Origin("bedrock", Wire.CLAUDE_4_5);
        assertThat(parts(response))
                .containsExactly(
                        new Reasoning(null, List.of(), "s", null, null, origin, Extensions.NONE),
                        new Reasoning(null, List.of(), null, "YWJj", null, origin, Extensions.NONE),
                        new Reasoning("Hm.", List.of(), "t", null, null, origin, Extensions.NONE));
    }

    @Test
    void citations_belong_to_the_text_of_their_index() {
        ChatResponse response = Wire.fold(Wire.events(
                START,
                delta(0, "{'text':'So it is.'}"),
                delta(
                        0,
                        "{'citation':{'title':'T','sourceContent':[{'text':'quoted'}],"
                                + "'location':{'documentPage':{'documentIndex':0,'start':1,'end':2}}}}"),
                end(0),
                stop("end_turn"),
                USAGE));
        Text text = (Text) parts(response).get(0);
        assertThat(text.citations()).singleElement().satisfies(citation -> {
            assertThat(citation.citedText()).isEqualTo("quoted");
            assertThat(citation.from()).isEqualTo(1);
        });
    }

    @Test
    void pictures_and_results_of_the_vendors_tools_are_told_whole() {
        ChatResponse response = Wire.fold(Wire.events(
                START,
                "contentBlockStart | {'contentBlockIndex':0,'start':{'image':{'format':'png'}}}",
                delta(0, "{'image':{'source':{'bytes':'AAAA'}}}"),
                end(0),
                "contentBlockStart | {'contentBlockIndex':1,'start':{'toolUse':{'toolUseId':'s','name':'search',"
                        + "'type':'server_tool_use'}}}",
                delta(1, "{'toolUse':{'input':'{}'}}"),
                end(1),
                "contentBlockStart | {'contentBlockIndex':2,'start':{'toolResult':{'toolUseId':'s'}}}",
                delta(2, "{'toolResult':[{'text':'found'}]}"),
                end(2),
                stop("end_turn"),
                USAGE));
        assertThat(parts(response).get(0)).isInstanceOf(Image.class);
        assertThat(parts(response).get(1)).isInstanceOf(Opaque.class);
        assertThat(((Opaque) parts(response).get(2)).json().toString())
                .isEqualTo("{\"toolResult\":{\"toolUseId\":\"s\",\"content\":[{\"text\":\"found\"}]}}");
        assertThat(response.choices().get(0).finishReason().kind()).isEqualTo(FinishReason.Kind.STOP);
    }

    @Test
    void pitfall_3_parallel_calls_are_told_one_after_another() {
        byte[] stream = Wire.stream(
                losses,
                new ChatEvent.ResponseStarted(null, null, null, null, null),
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
        assertThat(Wire.told(stream))
                .extracting(frame -> frame.substring(0, frame.indexOf(' ')))
                .containsExactly(
                        "messageStart",
                        "contentBlockStart",
                        "contentBlockDelta",
                        "contentBlockStop",
                        "contentBlockStart",
                        "contentBlockDelta",
                        "contentBlockDelta",
                        "contentBlockStop",
                        "messageStop",
                        "metadata");
        assertThat(Wire.fold(Wire.events(stream)).toolCalls())
                .extracting(ToolCall::arguments)
                .containsExactly("{\"a\":1}", "{\"b\":2}");
    }

    @Test
    void pitfall_10_signatures_of_others_survive_a_stream() {
        Origin gemini = new Origin("gemini", "g");
        ToolCall signed = new ToolCall(
                "a", ToolKind.FUNCTION, "clock", "{}", new Signature("sig", gemini), null, Extensions.NONE);
        Reasoning thought = new Reasoning("Hm.", List.of(), "s", null, "id", gemini, Extensions.NONE);
        byte[] stream = Wire.stream(
                losses,
                new ChatEvent.ResponseStarted(null, null, null, null, null),
                new ChatEvent.PartStarted(0, 0, thought),
                new ChatEvent.PartEnded(0, 0),
                new ChatEvent.PartStarted(0, 1, signed),
                new ChatEvent.PartEnded(0, 1),
                new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.TOOL_CALLS, null)),
                new ChatEvent.ResponseEnded());
        assertThat(parts(Wire.fold(Wire.events(stream)))).containsExactly(thought, signed);
    }

    @Test
    void a_failure_is_the_last_message_and_a_modelled_one() {
        byte[] stream = Wire.stream(
                losses,
                new ChatEvent.ResponseStarted(null, null, null, null, null),
                new ChatEvent.StreamFailed(ChatError.of(ErrorKind.OVERLOADED, "Busy")));
        assertThat(Wire.told(stream))
                .last()
                .asString()
                .startsWith("exception:serviceUnavailableException {\"message\":\"Busy\"");
    }
}
