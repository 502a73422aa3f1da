// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.testkit.generate.EventStreams;
import dev.dragoman.testkit.generate.SseVariants;
import dev.dragoman.testkit.model.Dice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Law 4: how the bytes of a stream arrive and are dressed does not matter. */
final class FramingLaw {
    private static final int MOST_CUTS = 800;
    private static final int SHREDDINGS = 25;

    private final Courier courier;
    private final Corpus corpus;
    private final Map<String, byte[]> golden;

    FramingLaw(Courier courier, Corpus corpus, Map<String, byte[]> golden) {
        this.courier = courier;
        this.corpus = corpus;
        this.golden = golden;
    }

    Stream<DynamicTest> tests() {
        List<DynamicTest> tests = new ArrayList<>();
        corpus.streams().forEach((name, bytes) -> add(name, bytes, tests));
        golden.forEach((name, bytes) -> add(name, bytes, tests));
        add("a stream that fails", failing(), tests);
        tests.add(dynamicTest("law4_framing_does_not_matter[heartbeats and loss comments]", this::keepAlive));
        return tests.stream();
    }

    private byte[] failing() {
        List<ChatEvent> events = EventStreams.of(corpus.response(1), 1);
        return Streams.write(
                courier.dialect(), courier.toClient(new Losses()), GrammarLaw.failedAfter(events, events.size() / 2));
    }

    private void add(String name, byte[] bytes, List<DynamicTest> tests) {
        tests.add(dynamicTest("law4_framing_does_not_matter[" + name + ", cut]", () -> cut(bytes)));
        Map<String, byte[]> variants = variants(bytes);
        if (!variants.isEmpty()) {
            tests.add(
                    dynamicTest("law4_framing_does_not_matter[" + name + ", dressed]", () -> dressed(bytes, variants)));
        }
    }

    private Map<String, byte[]> variants(byte[] bytes) {
        String type = courier.dialect().streamMediaType(courier.shape()).toLowerCase(Locale.ROOT);
        if (type.startsWith("text/event-stream")) {
            return SseVariants.ofEvents(bytes);
        }
        return type.contains("ndjson") ? SseVariants.ofLines(bytes) : Map.of();
    }

    private void cut(byte[] bytes) {
        List<ChatEvent> expected = read(List.of(bytes));
        Dice dice = new Dice(bytes.length);
        int step = Math.max(1, bytes.length / MOST_CUTS);
        for (int at = 0; at <= bytes.length; at += step) {
            int cut = Math.min(bytes.length, at + (step == 1 ? 0 : dice.below(step)));
            List<byte[]> pieces = List.of(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, bytes.length));
            same(expected, read(pieces), "cut at byte " + cut, bytes);
        }
        for (int i = 0; i < SHREDDINGS; i++) {
            int longest = i == 0 ? 1 : dice.between(2, 40);
            same(expected, read(shreds(bytes, longest, dice)), "in pieces of at most " + longest, bytes);
        }
    }

    private static List<byte[]> shreds(byte[] bytes, int longest, Dice dice) {
        List<byte[]> shreds = new ArrayList<>();
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + dice.between(1, longest));
            shreds.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        return shreds;
    }

    private void dressed(byte[] bytes, Map<String, byte[]> variants) {
        List<ChatEvent> expected = read(List.of(bytes));
        Complaints complaints = new Complaints();
        variants.forEach((name, variant) -> complaints.check(name, () -> {
            same(expected, read(List.of(variant)), "whole", variant);
            int middle = variant.length / 2;
            List<byte[]> halves =
                    List.of(Arrays.copyOf(variant, middle), Arrays.copyOfRange(variant, middle, variant.length));
            same(expected, read(halves), "cut at byte " + middle, variant);
            same(expected, read(shreds(variant, 1, new Dice(0))), "byte by byte", variant);
        }));
        complaints.raise();
    }

    /** What keeps a connection alive, and comments about losses, may stand between any two events. */
    private void keepAlive() {
        Complaints complaints = new Complaints();
        Corpus.seeds(10)
                .forEach(seed -> complaints.check("seed " + seed, () -> {
                    List<ChatEvent> events = EventStreams.of(corpus.response(seed), seed);
                    byte[] plain = Streams.write(courier.dialect(), courier.toClient(new Losses()), events);
                    Losses losses = new Losses();
                    losses.dropped("sampling.topK", "a comment:\n\ndata: {\"not\":\"an event\"}\r\n\r\n");
                    StreamEncoder encoder = courier.dialect().streamEncoder(courier.toClient(new Losses()));
                    WireBuffer out = new WireBuffer(1024);
                    for (ChatEvent event : events) {
                        encoder.heartbeat(out);
                        encoder.losses(losses.toList(), out);
                        encoder.encode(event, out);
                    }
                    same(read(List.of(plain)), read(List.of(out.toBytes())), "with heartbeats", out.toBytes());
                }));
        complaints.raise();
    }

    private List<ChatEvent> read(List<byte[]> pieces) {
        return Streams.read(courier.dialect(), courier.source(), pieces).content();
    }

    private static void same(List<ChatEvent> expected, List<ChatEvent> actual, String how, byte[] bytes) {
        if (!Streams.same(expected, actual)) {
            throw new AssertionError(how + ", the events differ\n  expected: " + expected + "\n  but were: " + actual
                    + "\n  wire: " + Courier.text(bytes));
        }
    }
}
