// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.prepare.ReplyPlan;
import dev.dragoman.testkit.json.JsonTrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeminiStreamTest {
    private static final Origin OTHER = new Origin("anthropic", "claude");

    private static String chunk(String parts, String more) {
        return "data: {\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[" + parts + "]},\"index\":0" + more
                + "}]}\n\n";
    }

    private static ChatResponse fold(String stream) {
        ResponseAssembler assembler = new ResponseAssembler();
        Wire.read(stream, Wire.source()).forEach(assembler);
        return assembler.response();
    }

    @Test
    void pitfall_2_a_call_that_comes_whole_keeps_its_arguments() {
        ChatResponse response = fold(
                chunk("{\"functionCall\":{\"name\":\"f\",\"args\":{\"a\":[1,2.50]}}}", ",\"finishReason\":\"STOP\""));
        assertThat(response.toolCalls().get(0).arguments()).isEqualTo("{\"a\":[1,2.50]}");
    }

    @Test
    void pitfall_5_calls_make_the_end_a_call_whatever_the_last_chunk_says() {
        String call = chunk("{\"functionCall\":{\"name\":\"f\",\"args\":{}}}", "");
        assertThat(reason(call + chunk("{\"text\":\"\"}", ",\"finishReason\":\"STOP\"")))
                .isEqualTo(FinishReason.Kind.TOOL_CALLS);
        assertThat(reason(call + "data: {\"candidates\":[{\"finishReason\":\"STOP\"}]}\n\n"))
                .isEqualTo(FinishReason.Kind.TOOL_CALLS);
        assertThat(reason(call + chunk("", ",\"finishReason\":\"MAX_TOKENS\""))).isEqualTo(FinishReason.Kind.LENGTH);
        assertThat(reason(call + chunk("", ",\"finishReason\":\"SAFETY\"")))
                .isEqualTo(FinishReason.Kind.CONTENT_FILTER);
    }

    private static FinishReason.Kind reason(String stream) {
        return fold(stream).choices().get(0).finishReason().kind();
    }

    @Test
    void old_models_say_that_they_stop_in_each_chunk() {
        String stop = ",\"finishReason\":\"STOP\"";
        assertThat(fold(chunk("{\"text\":\"a\"}", stop) + chunk("{\"text\":\"b\"}", stop))
                        .text())
                .isEqualTo("ab");
    }

    @Test
    void counts_are_replaced_and_objects_without_counts_ignored() {
        ChatResponse response = fold("data: {\"usageMetadata\":{\"promptTokenCount\":5,\"totalTokenCount\":5}}\n\n"
                + chunk("{\"text\":\"a\"}", ",\"finishReason\":\"STOP\"")
                + "data: {\"usageMetadata\":{\"promptTokenCount\":5,\"candidatesTokenCount\":37,"
                + "\"thoughtsTokenCount\":30,\"totalTokenCount\":42}}\n\n"
                + "data: {\"usageMetadata\":{\"trafficType\":\"ON_DEMAND\"}}\n\n");
        assertThat(response.usage()).isNotNull();
        assertThat(response.usage().inputTokens()).isEqualTo(5);
        assertThat(response.usage().outputTokens()).isEqualTo(37);
    }

    @Test
    void pitfall_38_a_cut_before_the_reason_or_before_the_last_candidate_is_no_end() {
        String one = chunk("{\"text\":\"a\"}", ",\"finishReason\":\"STOP\"");
        ReplySource two = new ReplySource("gemini", "m", null, ReplyPlan.NONE, 2);
        assertThat(last(Wire.read(one, Wire.source()))).isInstanceOf(ChatEvent.ResponseEnded.class);
        assertThat(last(Wire.read(one, two))).isInstanceOf(ChatEvent.StreamFailed.class);
        assertThat(last(Wire.read(chunk("{\"text\":\"a\"}", ""), Wire.source())))
                .isInstanceOf(ChatEvent.StreamFailed.class);
    }

    private static ChatEvent last(List<ChatEvent> events) {
        return events.get(events.size() - 1);
    }

    @Test
    void calls_of_vertex_come_in_pieces() {
        ChatResponse response = fold(chunk(
                        "{\"functionCall\":{\"name\":\"f\",\"id\":\"1\",\"willContinue\":true},\"thoughtSignature\":\"c2ln\"}",
                        "")
                + chunk(
                        "{\"functionCall\":{\"partialArgs\":[{\"jsonPath\":\"$.city\",\"stringValue\":\"Os\",\"willContinue\":true}],\"willContinue\":true}}",
                        "")
                + chunk(
                        "{\"functionCall\":{\"partialArgs\":[{\"jsonPath\":\"$.city\",\"stringValue\":\"lo\"},{\"jsonPath\":\"$.at[1].x\",\"numberValue\":1.5},{\"jsonPath\":\"$.tags[]\"},{\"jsonPath\":\"$.ok\",\"boolValue\":true}],\"willContinue\":true}}",
                        "")
                + chunk("{\"functionCall\":{}},{\"functionCall\":{\"name\":\"g\"}}", "")
                + chunk("{\"text\":\"\"}", ",\"finishReason\":\"STOP\""));
        assertThat(response.toolCalls()).hasSize(2);
        ToolCall first = response.toolCalls().get(0);
        assertThat(first.arguments())
                .isEqualTo("{\"city\":\"Oslo\",\"at\":[null,{\"x\":1.5}],\"tags\":[],\"ok\":true}");
        assertThat(first.signature()).isNotNull();
        assertThat(response.toolCalls().get(1).arguments()).isEqualTo("{}");
    }

    private static List<ChatEvent> words(String... words) {
        List<ChatEvent> events = new ArrayList<>();
        events.add(new ChatEvent.ResponseStarted("r", "m", null, null, null));
        events.add(new ChatEvent.PartStarted(0, 0, Text.of("")));
        for (String word : words) {
            events.add(new ChatEvent.TextDelta(0, 0, word));
        }
        events.add(new ChatEvent.PartEnded(0, 0));
        events.add(new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.STOP, null)));
        events.add(new ChatEvent.ResponseEnded());
        return events;
    }

    @Test
    void without_alt_a_stream_is_one_array() {
        assertThat(Wire.DIALECT.streamMediaType(GeminiFraming.ofQuery(Map.of())))
                .isEqualTo("application/json");
        assertThat(Wire.DIALECT.streamMediaType(GeminiFraming.ofQuery(Map.of("alt", "sse"))))
                .isEqualTo("text/event-stream");
        String array = Wire.write(GeminiFraming.ARRAY, words("a", "b"));
        var elements = JsonTrees.parse(array);
        assertThat(elements).hasSize(3);
        assertThat(elements.get(1).at("/candidates/0/content/parts/0/text").asText())
                .isEqualTo("b");
        assertThat(elements.get(2).at("/candidates/0/finishReason").asText()).isEqualTo("STOP");
        List<ChatEvent> failed = new ArrayList<>(words("a").subList(0, 3));
        failed.add(new ChatEvent.StreamFailed(ChatError.of(ErrorKind.OVERLOADED, "Busy")));
        var broken = JsonTrees.parse(Wire.write(GeminiFraming.ARRAY, failed));
        assertThat(broken.get(1).at("/error/code").asInt()).isEqualTo(503);
        assertThat(JsonTrees.parse(Wire.write(GeminiFraming.ARRAY, failed.subList(3, 4))))
                .hasSize(1);
    }

    @Test
    void an_array_is_valid_with_heartbeats_and_relayed_elements() {
        StreamEncoder encoder = Wire.encoder(GeminiFraming.ARRAY);
        StreamDecoder decoder = Wire.DIALECT.streamDecoder(Wire.source());
        WireBuffer sent = new WireBuffer(64);
        WireBuffer bin = new WireBuffer(64);
        encoder.heartbeat(sent);
        for (String more : List.of("", ",\"finishReason\":\"STOP\"")) {
            String data =
                    chunk("{\"text\":\"a\"}", more).substring("data: ".length()).strip();
            Frame frame = Frame.of(null, data);
            decoder.decode(frame, event -> encoder.encode(event, bin));
            encoder.relay(frame, sent);
            encoder.heartbeat(sent);
        }
        decoder.end(event -> encoder.encode(event, event.isTerminal() ? sent : bin));
        assertThat(JsonTrees.parse(sent.toBytes())).hasSize(2);
    }

    @Test
    void events_of_a_stream_have_no_name_and_no_mark_at_the_end() {
        String stream = Wire.write(GeminiFraming.EVENTS, words("a"));
        assertThat(stream)
                .isEqualTo("data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"a\"}],\"role\":\"model\"},"
                        + "\"index\":0}],\"modelVersion\":\"m\",\"responseId\":\"r\"}\n\n"
                        + "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\"}],\"role\":\"model\"},"
                        + "\"finishReason\":\"STOP\",\"index\":0}],\"modelVersion\":\"m\",\"responseId\":\"r\"}\n\n");
    }

    @Test
    void pitfall_8_thoughts_of_others_come_back_from_a_stream_as_they_were() {
        List<ChatEvent> events = new ArrayList<>();
        events.add(new ChatEvent.ResponseStarted(null, null, null, null, null));
        Reasoning opening = new Reasoning("", List.of(), null, null, null, OTHER, Extensions.NONE);
        events.add(new ChatEvent.PartStarted(0, 0, opening));
        events.add(new ChatEvent.ReasoningDelta(0, 0, "Let "));
        events.add(new ChatEvent.ReasoningDelta(0, 0, "me."));
        events.add(new ChatEvent.ReasoningSealed(0, 0, "c2VhbA==", null));
        events.add(new ChatEvent.PartEnded(0, 0));
        events.add(new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.STOP, null)));
        events.add(new ChatEvent.ResponseEnded());
        var elements = JsonTrees.parse(Wire.write(GeminiFraming.ARRAY, events));
        StringBuilder contents = new StringBuilder("{\"role\":\"user\",\"parts\":[{\"text\":\"Hi\"}]}");
        // The SDKs keep each chunk's content as one of its own.
        elements.forEach(element -> contents.append(",").append(element.at("/candidates/0/content")));
        var request = Wire.decode("{\"contents\":[" + contents + "]}");
        Reasoning back = (Reasoning) request.messages().get(1).parts().get(0);
        assertThat(back.text()).isEqualTo("Let me.");
        assertThat(back.signature()).isEqualTo("c2VhbA==");
        assertThat(back.origin()).isEqualTo(OTHER);
    }

    @Test
    void tools_get_their_names_back_and_such_frames_are_written_anew() {
        ReplyPlan plan = new ReplyPlan(Map.of("f_1", "f/1"), Set.of(), null);
        ReplySource source = new ReplySource("gemini", "m", null, plan);
        assertThat(Wire.DIALECT.streamDecoder(source).isRegular()).isFalse();
        List<ChatEvent> events = Wire.read(
                chunk("{\"functionCall\":{\"name\":\"f_1\",\"args\":{}}}", ",\"finishReason\":\"STOP\""), source);
        assertThat(events.toString()).contains("f/1");
    }
}
