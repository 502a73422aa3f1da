// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.framing.Frame;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.testkit.generate.EventStreams;
import dev.dragoman.testkit.model.FieldCase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Law 8: the dialect's grammar takes every stream we write, and refuses broken ones, so that it says something. */
final class GrammarLaw {
    private static final int SEEDS = 100;
    private static final int BROKEN = 10;

    private final Courier courier;
    private final Corpus corpus;
    private final Map<String, byte[]> golden;

    GrammarLaw(Courier courier, Corpus corpus, Map<String, byte[]> golden) {
        this.courier = courier;
        this.corpus = corpus;
        this.golden = golden;
    }

    Stream<DynamicTest> tests() {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest("law8_grammar[accepts each field]", this::acceptsFields));
        tests.add(dynamicTest("law8_grammar[accepts random streams]", this::acceptsRandom));
        tests.add(dynamicTest("law8_grammar[accepts streams that fail]", this::acceptsFailures));
        tests.add(dynamicTest("law8_grammar[refuses broken streams]", this::refuses));
        courier.kit()
                .brokenStreams()
                .forEach((name, stream) -> tests.add(dynamicTest(
                        "law8_grammar[refuses " + name + "]",
                        () -> refuse(name, frames(stream.getBytes(StandardCharsets.UTF_8))))));
        golden.forEach(
                (name, bytes) -> tests.add(dynamicTest("law8_grammar[accepts " + name + "]", () -> accept(bytes))));
        return tests.stream();
    }

    private void acceptsFields() {
        Complaints complaints = new Complaints();
        for (List<FieldCase<ChatResponse>> field : corpus.responseFields().values()) {
            for (FieldCase<ChatResponse> value : field) {
                complaints.check(value, () -> accept(corpus.stream(value.value(), 1)));
            }
        }
        complaints.raise();
    }

    private void acceptsRandom() {
        Complaints complaints = new Complaints();
        Corpus.seeds(SEEDS)
                .forEach(seed ->
                        complaints.check("seed " + seed, () -> accept(corpus.stream(corpus.response(seed), seed))));
        complaints.raise();
    }

    /** A stream may fail after each of its events. */
    private void acceptsFailures() {
        Complaints complaints = new Complaints();
        Corpus.seeds(BROKEN).forEach(seed -> {
            List<ChatEvent> events = EventStreams.of(corpus.response(seed), seed);
            for (int i = 0; i < events.size(); i++) {
                List<ChatEvent> failed = failedAfter(events, i);
                complaints.check(
                        "seed " + seed + ", failed after " + i + " events",
                        () -> accept(Streams.write(courier.dialect(), courier.toClient(new Losses()), failed)));
            }
        });
        complaints.raise();
    }

    /** The first events of a stream and then a failure. */
    static List<ChatEvent> failedAfter(List<ChatEvent> events, int count) {
        List<ChatEvent> failed = new ArrayList<>(events.subList(0, count));
        failed.add(new ChatEvent.StreamFailed(ChatError.of(ErrorKind.UPSTREAM, "The vendor broke off")));
        return failed;
    }

    private void refuses() {
        refuse("a stream of nothing", List.of());
        Complaints complaints = new Complaints();
        Corpus.seeds(BROKEN)
                .forEach(seed -> complaints.check("seed " + seed, () -> {
                    List<Frame> frames = frames(corpus.stream(corpus.response(seed), seed));
                    Frame first = frames.get(0);
                    Frame last = frames.get(frames.size() - 1);
                    refuse("a stream without its last frame", frames.subList(0, frames.size() - 1));
                    refuse("a stream whose last frame comes twice", and(frames, last));
                    refuse("a stream that goes on after its end", and(frames, first));
                    refuse("two streams in one", join(frames, frames));
                }));
        complaints.raise();
    }

    private static List<Frame> and(List<Frame> frames, Frame more) {
        return join(frames, List.of(more));
    }

    private static List<Frame> join(List<Frame> frames, List<Frame> more) {
        List<Frame> joined = new ArrayList<>(frames);
        joined.addAll(more);
        return joined;
    }

    private List<Frame> frames(byte[] stream) {
        return Streams.frames(courier.dialect(), stream);
    }

    private void accept(byte[] stream) {
        String fault = Streams.fault(courier.kit().streamGrammar(), frames(stream));
        if (fault != null) {
            throw new AssertionError("the grammar refuses: " + fault + "\n  wire: " + Courier.text(stream));
        }
    }

    private void refuse(String what, List<Frame> frames) {
        if (Streams.fault(courier.kit().streamGrammar(), frames) == null) {
            throw new AssertionError("the grammar accepts " + what + ": "
                    + frames.stream().map(Frame::text).toList());
        }
    }
}
