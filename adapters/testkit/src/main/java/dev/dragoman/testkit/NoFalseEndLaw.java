// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.framing.Frame;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.testkit.generate.EventStreams;
import dev.dragoman.testkit.model.Dice;
import dev.dragoman.testkit.model.Records;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** Law 9: only the vendor's own end is an end, a failure is never told as a success, and calls are never told as a stop. */
final class NoFalseEndLaw {
    private static final int SEEDS = 15;
    private static final int MID_FRAME_CUTS = 60;

    private final Courier courier;
    private final Corpus corpus;
    private final Map<String, byte[]> golden;

    NoFalseEndLaw(Courier courier, Corpus corpus, Map<String, byte[]> golden) {
        this.courier = courier;
        this.corpus = corpus;
        this.golden = golden;
    }

    Stream<DynamicTest> tests() {
        Map<String, byte[]> streams = new LinkedHashMap<>(corpus.streams());
        streams.putAll(golden);
        List<DynamicTest> tests = new ArrayList<>();
        streams.forEach((name, bytes) -> {
            tests.add(dynamicTest("law9_no_false_end[" + name + ", cut short]", () -> cutShort(bytes)));
            tests.add(dynamicTest("law9_no_false_end[" + name + ", goes on after its end]", () -> goesOn(bytes)));
        });
        tests.add(dynamicTest("law9_no_false_end[failures are told as failures]", this::failures));
        tests.add(dynamicTest("law9_no_false_end[calls are told as calls, whole]", () -> calls(courier::whole)));
        tests.add(dynamicTest("law9_no_false_end[calls are told as calls, streamed]", () -> calls(courier::streamed)));
        return tests.stream();
    }

    /** Cuts after each frame and at many other places; the grammar says whether what is left is complete. */
    private void cutShort(byte[] bytes) {
        Dice dice = new Dice(bytes.length);
        Complaints complaints = new Complaints();
        for (int end : ends(bytes, dice)) {
            byte[] left = Arrays.copyOf(bytes, end);
            complaints.check("cut at byte " + end, () -> {
                Streams.Read read = Streams.read(courier.dialect(), courier.source(), List.of(left));
                if (read.fault() != null) {
                    throw new AssertionError("the decoder broke the grammar of events: " + read.fault() + "\n  wire: "
                            + Courier.text(left));
                }
                String missing = Streams.fault(courier.kit().vendorStreamGrammar(), read.frames());
                if (missing != null && read.isSuccess()) {
                    throw new AssertionError("taken as complete, yet: " + missing + "\n  wire: " + Courier.text(left));
                }
            });
        }
        complaints.raise();
    }

    private List<Integer> ends(byte[] bytes, Dice dice) {
        List<Integer> ends = new ArrayList<>();
        int seen = 0;
        for (int end = 0; end < bytes.length; end++) {
            if (bytes[end] == '\n' || end == 0) {
                ends.add(end);
                seen++;
            }
        }
        for (int i = 0; i < MID_FRAME_CUTS + (seen < 3 ? MID_FRAME_CUTS : 0); i++) {
            ends.add(dice.below(bytes.length));
        }
        return ends;
    }

    private void goesOn(byte[] bytes) {
        Streams.Read once = Streams.read(courier.dialect(), courier.source(), List.of(bytes));
        Streams.Read more = Streams.read(courier.dialect(), courier.source(), List.of(bytes, bytes));
        if (more.fault() != null) {
            throw new AssertionError("the decoder broke the grammar of events: " + more.fault());
        }
        boolean endsByItself = Streams.endsByItself(courier.dialect(), courier.source(), bytes);
        if (endsByItself && !Streams.same(once.content(), more.content())) {
            throw new AssertionError("what follows the end makes a difference\n  expected: " + once.content()
                    + "\n  but were: " + more.content());
        }
    }

    private void failures() {
        Complaints complaints = new Complaints();
        Corpus.seeds(SEEDS).forEach(seed -> {
            List<ChatEvent> events = EventStreams.of(corpus.response(seed), seed);
            for (int i = 0; i < events.size(); i++) {
                List<ChatEvent> failed = GrammarLaw.failedAfter(events, i);
                complaints.check("seed " + seed + ", failed after " + i + " events", () -> {
                    byte[] bytes = Streams.write(courier.dialect(), courier.toClient(new Losses()), failed);
                    Streams.Read read = Streams.read(courier.dialect(), courier.source(), List.of(bytes));
                    List<Frame> frames = read.frames();
                    if (read.isSuccess() || read.failure() == null || frames.isEmpty()) {
                        throw new AssertionError(
                                "a failure is not told as one: " + read.events() + "\n  wire: " + Courier.text(bytes));
                    }
                });
            }
        });
        complaints.raise();
    }

    /** One way over the wire and back. */
    private interface Way {
        Trip<ChatResponse> carry(ChatResponse response);
    }

    private void calls(Way way) {
        for (FinishReason.Kind kind : FinishReason.Kind.values()) {
            ChatResponse response = withCall(kind);
            Trip<ChatResponse> trip = way.carry(response);
            FinishReason.Kind read = kindOf(trip.result());
            if (kind == FinishReason.Kind.STOP && read != FinishReason.Kind.TOOL_CALLS) {
                throw new AssertionError("an answer with calls that stops reads as " + read + trip.story());
            }
            boolean filter = kind == FinishReason.Kind.LENGTH || kind == FinishReason.Kind.CONTENT_FILTER;
            if (filter
                    && read != kind
                    && trip.lossesAt("choices[0].finishReason").isEmpty()) {
                throw new AssertionError("calls mask " + kind + ", it reads as " + read + trip.story());
            }
        }
    }

    private static ChatResponse withCall(FinishReason.Kind kind) {
        ChatResponse answer = dev.dragoman.testkit.generate.PlainTalk.response(1);
        var choice = answer.choices().get(0);
        var message = Records.with(
                choice.message(), "parts", List.of(ToolCall.of("call_1", "get_weather", "{\"city\":\"Oslo\"}")));
        choice = Records.with(Records.with(choice, "message", message), "finishReason", FinishReason.of(kind, null));
        return Records.with(answer, "choices", List.of(choice));
    }

    private static FinishReason.@Nullable Kind kindOf(@Nullable ChatResponse response) {
        return response == null || response.choices().isEmpty()
                ? null
                : response.choices().get(0).finishReason().kind();
    }
}
