// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.framing.Frame;
import dev.dragoman.testkit.generate.ByteMutations;
import dev.dragoman.testkit.generate.FrameMutations;
import dev.dragoman.testkit.generate.JsonMutations;
import dev.dragoman.testkit.golden.GoldenCase;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.testkit.model.Dice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Law 6 on the dialect's golden bytes, and on ours: broken in their structure and in their bytes, cut, and fed in pieces, they give
 * a value or a {@link dev.dragoman.model.error.ChatException}, soon. A seed makes a mutant, the same one everywhere.
 */
final class FuzzLaw {
    /** How many mutants a test: {@code -Ddragoman.testkit.fuzz=100000}. */
    static final String BUDGET_PROPERTY = "dragoman.testkit.fuzz";

    private static final int BUDGET = 400;
    private static final int MUTANTS_A_SECOND = 20;
    private static final int STRUCTURAL = 60;
    private static final int LONGEST_SHOWN = 600;
    private static final int[] STATUSES = {400, 401, 404, 422, 429, 500, 503, 529, 200, 0};

    private final Courier courier;
    private final Corpus corpus;
    private final WireSamples samples;
    private final List<GoldenCase> golden;
    private final Survival survival;

    FuzzLaw(Courier courier, Corpus corpus, WireSamples samples) {
        this.courier = courier;
        this.corpus = corpus;
        this.samples = samples;
        this.golden = GoldenCase.of(courier.dialect().id());
        this.survival = new Survival(courier);
    }

    /** A body that is broken in this way, and read. */
    private record Victim(byte[] bytes, Function<byte[], WireRequest> asRequest) {}

    Stream<DynamicTest> tests() {
        return Stream.of(
                dynamicTest("law6_total_under_fuzz[requests]", this::requests),
                dynamicTest("law6_total_under_fuzz[responses]", this::responses),
                dynamicTest("law6_total_under_fuzz[streams]", this::streams),
                dynamicTest("law6_total_under_fuzz[frames]", this::frames),
                dynamicTest("law6_total_under_fuzz[errors]", this::errors));
    }

    private void requests() {
        List<Victim> victims = new ArrayList<>();
        for (WireSamples.Sent sent : samples.requests()) {
            victims.add(new Victim(sent.encoded().body(), body -> sent.with(courier.kit(), body)));
        }
        for (GoldenCase golden : golden) {
            golden.bytes("request.wire.json")
                    .ifPresent(bytes -> victims.add(new Victim(
                            bytes,
                            body -> courier.kit()
                                    .asClientRequest(
                                            new EncodedRequest("/", Map.of(), body), GoldenRequests.meta(golden)))));
        }
        attack((seed, complaints) -> {
            Dice dice = new Dice(seed);
            Victim victim = dice.pick(victims);
            byte[] mutant = mutant(victim.bytes(), dice);
            complaints.check(
                    named(seed, mutant),
                    () -> intact(
                            mutant, body -> survival.request(victim.asRequest().apply(body))));
        });
    }

    private void responses() {
        List<byte[]> bodies = new ArrayList<>(samples.responses());
        addGolden(bodies, kase -> kase.bytes("response.wire.json"));
        attack((seed, complaints) -> {
            Dice dice = new Dice(seed);
            byte[] mutant = mutant(dice.pick(bodies), dice);
            complaints.check(named(seed, mutant), () -> intact(mutant, survival::response));
        });
    }

    private void streams() {
        List<byte[]> streams = goldenAndOwnStreams();
        attack((seed, complaints) -> {
            Dice dice = new Dice(seed);
            byte[] stream = dice.pick(streams);
            byte[] mutant = dice.percent(30) ? Arrays.copyOf(stream, dice.below(stream.length + 1)) : stream;
            byte[] broken = ByteMutations.of(mutant, dice);
            complaints.check(named(seed, broken), () -> survival.stream(pieces(broken, dice)));
        });
    }

    private void frames() {
        List<List<Frame>> streams = goldenAndOwnStreams().stream()
                .map(bytes -> Streams.frames(courier.dialect(), bytes))
                .filter(frames -> !frames.isEmpty())
                .toList();
        attack((seed, complaints) -> {
            Dice dice = new Dice(seed);
            List<Frame> broken = FrameMutations.of(dice.pick(streams), dice.pick(streams), dice);
            complaints.check(
                    "seed " + seed + ", frames " + shown(String.join(" | ", texts(broken))),
                    () -> survival.frames(broken));
        });
    }

    private void errors() {
        List<byte[]> bodies = new ArrayList<>();
        for (var kind : dev.dragoman.model.error.ErrorKind.values()) {
            bodies.add(courier.dialect()
                    .errors()
                    .encode(dev.dragoman.model.error.ChatError.of(kind, "It failed."))
                    .body());
        }
        addGolden(bodies, kase -> kase.bytes("error.wire.json"));
        attack((seed, complaints) -> {
            Dice dice = new Dice(seed);
            byte[] mutant = mutant(dice.pick(bodies), dice);
            int status = STATUSES[dice.below(STATUSES.length)];
            complaints.check(
                    named(seed, mutant),
                    () -> intact(mutant, body -> survival.error(status, Map.of("retry-after", "1"), body)));
        });
    }

    private List<byte[]> goldenAndOwnStreams() {
        List<byte[]> streams = new ArrayList<>(corpus.streams().values());
        addGolden(streams, GoldenCase::stream);
        return streams;
    }

    private void addGolden(List<byte[]> bodies, Function<GoldenCase, Optional<byte[]>> file) {
        golden.forEach(kase -> file.apply(kase).ifPresent(bodies::add));
    }

    /** Broken JSON that stays JSON, or broken bytes, or a beginning. */
    private static byte[] mutant(byte[] body, Dice dice) {
        boolean json = JsonTrees.parseOrNull(Courier.text(body)) != null;
        if (json && dice.percent(STRUCTURAL)) {
            return JsonMutations.of(body, dice);
        }
        return dice.percent(20) ? Arrays.copyOf(body, dice.below(body.length + 1)) : ByteMutations.of(body, dice);
    }

    private static List<byte[]> pieces(byte[] bytes, Dice dice) {
        List<byte[]> pieces = new ArrayList<>();
        int from = 0;
        while (from < bytes.length) {
            int to = Math.min(bytes.length, from + dice.between(1, Math.max(1, bytes.length / 3)));
            pieces.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        return pieces;
    }

    private static void attack(BiConsumer<Long, Complaints> mutant) {
        int budget = Integer.getInteger(BUDGET_PROPERTY, BUDGET);
        Complaints complaints = new Complaints();
        assertTimeoutPreemptively(
                Duration.ofSeconds(20L + budget / MUTANTS_A_SECOND),
                () -> Corpus.seeds(budget).forEach(seed -> mutant.accept(seed, complaints)));
        complaints.raise();
    }

    /** Readers must not write into what they read. */
    private static void intact(byte[] mutant, java.util.function.Consumer<byte[]> reader) {
        byte[] given = mutant.clone();
        reader.accept(given);
        if (!Arrays.equals(mutant, given)) {
            throw new AssertionError("the codec wrote into the bytes it was given");
        }
    }

    private static String named(long seed, byte[] mutant) {
        return "seed " + seed + ", bytes " + shown(Courier.text(mutant));
    }

    private static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }

    private static List<String> texts(List<Frame> frames) {
        return frames.stream()
                .map(frame -> (frame.event() == null ? "" : frame.event() + ": ") + frame.text())
                .toList();
    }
}
