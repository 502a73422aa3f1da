// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.model.error.ChatException;
import dev.dragoman.testkit.generate.ByteMutations;
import dev.dragoman.testkit.generate.JsonMutations;
import dev.dragoman.testkit.model.Dice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Law 6: any bytes give a value or a {@link ChatException}, soon. What was read can be written again. */
final class TotalLaw {
    private static final int MUTANTS = 1_500;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int LONGEST_SHOWN = 600;

    private final Courier courier;
    private final Corpus corpus;
    private final WireSamples samples;
    private final Survival survival;

    TotalLaw(Courier courier, Corpus corpus, WireSamples samples) {
        this.courier = courier;
        this.corpus = corpus;
        this.samples = samples;
        this.survival = new Survival(courier);
    }

    Stream<DynamicTest> tests() {
        return Stream.of(
                dynamicTest("law6_total[requests]", this::requests),
                dynamicTest("law6_total[responses]", this::responses),
                dynamicTest("law6_total[streams]", this::streams),
                dynamicTest("law6_total[errors]", this::errors));
    }

    private void requests() {
        List<WireSamples.Sent> sent = samples.requests();
        WireSamples.Sent usual = sent.get(0);
        List<byte[]> bodies = sent.stream().map(s -> s.encoded().body()).toList();
        attack(bodies, true, body -> survival.request(usual.with(courier.kit(), body)));
    }

    private void responses() {
        attack(samples.responses(), true, survival::response);
    }

    private void streams() {
        List<byte[]> streams = List.copyOf(corpus.streams().values());
        attack(streams, false, bytes -> survival.stream(List.of(bytes)));
    }

    private void errors() {
        List<byte[]> bodies = new ArrayList<>();
        for (var kind : dev.dragoman.model.error.ErrorKind.values()) {
            var error =
                    dev.dragoman.model.error.ChatError.of(kind, "It failed.").withCode("some_code");
            bodies.add(courier.dialect().errors().encode(error).body());
        }
        int[] statuses = {400, 401, 404, 418, 429, 500, 503, 529, 599, 200, 302, 0, -1, 999};
        List<String> waits = List.of(
                "7",
                "0",
                "-1",
                "1.5",
                "soon",
                "",
                "99999999999999999999",
                "1e400",
                "NaN",
                "Wed, 21 Oct 2026 07:28:00 GMT");
        int[] turn = {0};
        attack(bodies, true, body -> {
            int i = turn[0]++;
            Map<String, String> headers = i % 2 == 0
                    ? Map.of()
                    : Map.of("retry-after", waits.get(i / 2 % waits.size()), "x-request-id", "req_1");
            survival.error(statuses[i % statuses.length], headers, body);
        });
    }

    private void attack(List<byte[]> bodies, boolean json, Consumer<byte[]> reader) {
        Complaints complaints = new Complaints();
        assertTimeoutPreemptively(LIMIT, () -> {
            for (byte[] classic : ByteMutations.classics()) {
                survive(classic, reader, complaints);
            }
            for (byte[] body : bodies) {
                for (String monster : ByteMutations.monsters()) {
                    survive(planted(body, monster), reader, complaints);
                }
            }
            Corpus.seeds(MUTANTS).forEach(seed -> {
                Dice dice = new Dice(seed);
                byte[] body = bodies.get((int) Math.floorMod(seed, (long) bodies.size()));
                boolean asJson = json && dice.percent(60);
                survive(asJson ? JsonMutations.of(body, dice) : ByteMutations.of(body, dice), reader, complaints);
            });
        });
        complaints.raise();
    }

    /** A known and an unknown value replaced by something monstrous. */
    private static byte[] planted(byte[] body, String monster) {
        String text = new String(body, StandardCharsets.UTF_8);
        int last = text.lastIndexOf('}');
        String planted =
                text.substring(0, Math.max(0, last)) + ",\"x_monster\":" + monster + text.substring(Math.max(0, last));
        return planted.replaceFirst(
                        ":\\s*(\"[^\"]*\"|\\[|\\d+)", ":" + java.util.regex.Matcher.quoteReplacement(monster))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void survive(byte[] bytes, Consumer<byte[]> reader, Complaints complaints) {
        byte[] given = bytes.clone();
        complaints.check("bytes " + shown(bytes), () -> {
            try {
                reader.accept(given);
            } catch (ChatException expected) {
                // Refused as it should be.
            }
            if (!Arrays.equals(bytes, given)) {
                throw new AssertionError("the codec wrote into the bytes it was given");
            }
        });
    }

    private static String shown(byte[] bytes) {
        String text = Courier.text(bytes);
        return text.length() > LONGEST_SHOWN
                ? text.substring(0, LONGEST_SHOWN) + "… (" + bytes.length + " bytes)"
                : text;
    }
}
