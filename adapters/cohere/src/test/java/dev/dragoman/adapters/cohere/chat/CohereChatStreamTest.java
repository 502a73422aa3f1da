// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Usage;
import dev.dragoman.model.tool.ToolKind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CohereChatStreamTest {
    private static final String START =
            Wire.event("message-start", "'id':'c1','delta':{'message':{'role':'assistant','content':[]}}");

    private final Losses losses = new Losses();

    private static String message(String members) {
        return "'delta':{'message':{" + members + "}}";
    }

    private static String text(String words) {
        return Wire.event("content-start", "'index':0," + message("'content':{'type':'text','text':''}"))
                + Wire.event("content-delta", "'index':0," + message("'content':{'text':'" + words + "'}"))
                + Wire.event("content-end", "'index':0");
    }

    private static String call(int index, String... pieces) {
        StringBuilder call = new StringBuilder(Wire.event(
                "tool-call-start",
                "'index':" + index + ","
                        + message("'tool_calls':{'id':'t" + index
                                + "','type':'function','function':{'name':'clock','arguments':''}}")));
        for (String piece : pieces) {
            call.append(Wire.event(
                    "tool-call-delta",
                    "'index':" + index + "," + message("'tool_calls':{'function':{'arguments':'" + piece + "'}}")));
        }
        return call + Wire.event("tool-call-end", "'index':" + index);
    }

    private static String end(String reason) {
        return Wire.event(
                "message-end",
                "'delta':{'finish_reason':'" + reason + "','usage':{'tokens':{'input_tokens':25.0,"
                        + "'output_tokens':31.0},'billed_units':{'input_tokens':5},'cached_tokens':20}}");
    }

    private static List<Part> parts(String stream) {
        return Wire.fold(Wire.events(stream)).choices().get(0).message().parts();
    }

    private static FinishReason.Kind reason(String stream) {
        return Wire.fold(Wire.events(stream)).choices().get(0).finishReason().kind();
    }

    private static ChatError failure(String stream) {
        List<ChatEvent> events = Wire.events(stream);
        return ((ChatEvent.StreamFailed) events.get(events.size() - 1)).error();
    }

    private String stream(Part... parts) {
        ChatEvent[] events = new ChatEvent[2 * parts.length + 4];
        events[0] = new ChatEvent.ResponseStarted("c1", null, null, null, null);
        for (int i = 0; i < parts.length; i++) {
            events[2 * i + 1] = new ChatEvent.PartStarted(0, i, parts[i]);
            events[2 * i + 2] = new ChatEvent.PartEnded(0, i);
        }
        events[events.length - 3] = new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.STOP, null));
        events[events.length - 2] = new ChatEvent.UsageReported(Usage.of(9, 4));
        events[events.length - 1] = new ChatEvent.ResponseEnded();
        return Wire.stream(losses, events);
    }

    @Test
    void pitfall_33_the_tokens_that_were_processed_count_and_cached_ones_among_them() {
        ChatResponse response = Wire.fold(Wire.events(START + text("Hi") + end("COMPLETE")));
        Usage usage = response.usage();
        assertThat(usage).isNotNull();
        assertThat(usage.inputTokens()).isEqualTo(25);
        assertThat(usage.uncachedInputTokens()).isEqualTo(5);
        assertThat(usage.outputTokens()).isEqualTo(31);
    }

    @Test
    void pitfall_2_no_arguments_are_an_empty_object_however_they_come() {
        String stream = START
                + call(0)
                + call(1, "null")
                + call(2, "nu", "ll")
                + call(3, "{'a", "':1}".replace('\'', '"'))
                + end("TOOL_CALL");
        String sound = stream.replace("{\"a\"", "{\\\"a\"").replace("\"\":1}\"", "\"\\\":1}\"");
        assertThat(Wire.fold(Wire.events(sound)).toolCalls())
                .extracting(ToolCall::arguments)
                .containsExactly("{}", "{}", "{}", "{\"a\":1}");
    }

    @Test
    void pitfall_5_calls_are_never_masked_and_mask_no_limit() {
        assertThat(reason(START + call(0) + end("COMPLETE"))).isEqualTo(FinishReason.Kind.TOOL_CALLS);
        assertThat(reason(START + call(0) + end("MAX_TOKENS"))).isEqualTo(FinishReason.Kind.LENGTH);
        assertThat(reason(START + call(0) + end("SOMETHING_NEW"))).isEqualTo(FinishReason.Kind.TOOL_CALLS);
        assertThat(reason(START + text("a") + end("SOMETHING_NEW"))).isEqualTo(FinishReason.Kind.OTHER);
    }

    @Test
    void pitfall_38_a_cut_stream_fails() {
        assertThat(failure(START + text("Hi")).kind()).isEqualTo(ErrorKind.UPSTREAM);
    }

    @Test
    void pitfall_37_failures_in_the_stream_are_told_as_failures() {
        String failed = "'delta':{'finish_reason':'ERROR','error':'too many tokens: 9'}";
        assertThat(failure(START + text("Hi") + Wire.event("message-end", failed))
                        .kind())
                .isEqualTo(ErrorKind.CONTEXT_LENGTH);
        assertThat(failure(START + end("TIMEOUT")).kind()).isEqualTo(ErrorKind.TIMEOUT);
        ChatError bare = failure(START + "data: {\"message\":\"model 'x' not found\"}\n\n");
        assertThat(bare.kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThatThrownBy(() -> Wire.events(START + "data: {\"other\":1}\n\n"))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.error().kind()).isEqualTo(ErrorKind.UPSTREAM));
    }

    @Test
    void pitfall_4_what_servers_leave_out_is_made_up() {
        String unnumbered = Wire.event("content-start", message("'content':{'type':'text','text':''}"))
                + Wire.event("content-delta", message("'content':{'text':'Hi'}"));
        assertThat(parts(START + unnumbered + end("COMPLETE"))).containsExactly(Text.of("Hi"));
        String unopened = Wire.event("content-delta", "'index':0," + message("'content':{'text':'Hi'}"));
        assertThat(parts(unopened + end("COMPLETE"))).containsExactly(Text.of("Hi"));
        String nameless = "data: {"
                + message("'tool_calls':[{'function':{'name':'clock'}}]").replace('\'', '"') + "}\n\n";
        assertThat(Wire.fold(Wire.events(START + "event: tool-call-start\n" + nameless + end("TOOL_CALL")))
                        .toolCalls())
                .containsExactly(ToolCall.of("call_0", "clock", "{}"));
    }

    @Test
    void a_prompt_told_for_debugging_is_kept() {
        ChatResponse response =
                Wire.fold(Wire.events(START + Wire.event("debug", "'prompt':'<BOS>'") + text("Hi") + end("COMPLETE")));
        assertThat(response.extensions().get(CohereChatDialect.ID, "prompt")).isEqualTo(RawJson.string("<BOS>"));
    }

    @Test
    void an_end_mark_of_another_dialect_is_not_passed_on() {
        StreamDecoder decoder = Wire.DIALECT.streamDecoder(new ReplySource("cohere", "m", null));
        decoder.decode(Frame.of(null, "[DONE]"), event -> {
            throw new AssertionError("no event expected, but " + event);
        });
        assertThat(decoder.isRegular()).isFalse();
        decoder.decode(Frame.of("x", "{\"type\":\"x\"}"), event -> {});
        assertThat(decoder.isRegular()).isTrue();
    }

    @Test
    void pitfall_3_parallel_calls_are_told_one_after_another() {
        String stream = Wire.stream(
                losses,
                new ChatEvent.ResponseStarted("c1", null, null, null, null),
                new ChatEvent.PartStarted(0, 0, ToolCall.of("a", "clock", "")),
                new ChatEvent.PartStarted(0, 1, ToolCall.of("b", "clock", "")),
                new ChatEvent.ArgumentsDelta(0, 1, "{\"b\":"),
                new ChatEvent.ArgumentsDelta(0, 0, "{\"a\":1}"),
                new ChatEvent.ArgumentsDelta(0, 1, "2}"),
                new ChatEvent.PartEnded(0, 1),
                new ChatEvent.PartEnded(0, 0),
                new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.STOP, null)),
                new ChatEvent.ResponseEnded());
        assertThat(names(stream))
                .isEqualTo("message-start tool-call-start tool-call-delta tool-call-end"
                        + " tool-call-start tool-call-delta tool-call-delta tool-call-end message-end");
        assertThat(stream).contains("\"finish_reason\":\"TOOL_CALL\"");
    }

    @Test
    void a_plan_has_no_start_and_no_end_and_a_second_one_is_a_thought() {
        Reasoning plan = CohereChatResponseDecoder.plan("I will.", new Origin("cohere", "m"));
        String stream = stream(plan, plan, ToolCall.of("a", "clock", "{}"));
        assertThat(names(stream))
                .isEqualTo("message-start tool-plan-delta content-start content-delta content-end"
                        + " tool-call-start tool-call-delta tool-call-end message-end");
        List<Part> parts = parts(stream);
        assertThat(parts.get(0))
                .isEqualTo(CohereChatResponseDecoder.plan("I will.", new Origin("cohere", "command-a-plus-05-2026")));
        assertThat(parts.get(1)).isEqualTo(plan);
    }

    @Test
    void pitfall_10_signatures_of_others_survive_a_turn() {
        Origin gemini = new Origin("gemini", "g");
        ToolCall signed = new ToolCall(
                "a", ToolKind.FUNCTION, "clock", "{}", new Signature("sig", gemini), null, Extensions.NONE);
        Reasoning thought = new Reasoning("Hm.", List.of(), "s", null, "id", gemini, Extensions.NONE);
        Reasoning summary = new Reasoning(
                null, List.of("One.", "Two."), null, "e", "rs_1", new Origin("openai", "o"), Extensions.NONE);
        String stream = stream(thought, summary, signed);
        assertThat(stream).contains("\"thinking\":\"One.\"", "\"thinking\":\"\\n\\nTwo.\"");
        assertThat(parts(stream)).containsExactly(thought, summary, signed);
        assertThat(losses.toList()).isEmpty();
    }

    @Test
    void citations_of_others_quote_the_text_and_stand_before_its_end() {
        Citation quoted = new Citation(
                Citation.Kind.DOCUMENT_CHARACTERS, null, "T", "Words.", null, null, 1, 3, 9, Extensions.NONE);
        String stream = stream(new Text("All of it.", List.of(quoted), null, null, Extensions.NONE));
        assertThat(names(stream))
                .isEqualTo("message-start content-start content-delta citation-start citation-end content-end"
                        + " message-end");
        assertThat(stream)
                .contains("{\"start\":0,\"end\":10,\"text\":\"All of it.\",\"sources\":[{\"type\":\"document\","
                        + "\"id\":\"doc:1\",\"document\":{\"title\":\"T\",\"text\":\"Words.\"}}],\"content_index\":0,"
                        + "\"type\":\"TEXT_CONTENT\"}");
        assertThat(Wire.lost(losses))
                .isEqualTo("choices[0].message.parts[0].citations[0].start DEFAULTED;"
                        + " choices[0].message.parts[0].citations[0].end DEFAULTED;"
                        + " choices[0].message.parts[0].citations[0].kind APPROXIMATED;"
                        + " choices[0].message.parts[0].citations[0].from DROPPED;"
                        + " choices[0].message.parts[0].citations[0].to DROPPED");
    }

    @Test
    void a_failure_is_the_end_of_the_message() {
        String stream = Wire.stream(
                losses,
                new ChatEvent.ResponseStarted("c1", null, null, null, null),
                new ChatEvent.PartStarted(0, 0, Text.of("Hi")),
                new ChatEvent.StreamFailed(ChatError.of(ErrorKind.OVERLOADED, "Busy")));
        assertThat(stream)
                .endsWith("event: content-end\ndata: {\"type\":\"content-end\",\"index\":0}\n\n"
                        + "event: message-end\ndata: {\"type\":\"message-end\",\"delta\":{\"finish_reason\":\"ERROR\","
                        + "\"error\":\"Busy\"}}\n\n");
    }

    private static String names(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("event: "))
                .map(line -> line.substring(7))
                .collect(Collectors.joining(" "));
    }
}
