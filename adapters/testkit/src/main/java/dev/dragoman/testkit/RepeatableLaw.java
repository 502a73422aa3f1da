// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.testkit.json.JsonTrees;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Beside law 1: writing a value twice gives the same bytes, and a body gives no name twice. */
final class RepeatableLaw {
    private static final int SEEDS = 60;

    private final Courier courier;
    private final Corpus corpus;

    RepeatableLaw(Courier courier, Corpus corpus) {
        this.courier = courier;
        this.corpus = corpus;
    }

    Stream<DynamicTest> tests() {
        return Stream.of(
                dynamicTest("law1_encoding_is_repeatable[requests]", this::requests),
                dynamicTest("law1_encoding_is_repeatable[responses]", this::responses),
                dynamicTest("law1_encoding_is_repeatable[streams]", this::streams));
    }

    private void requests() {
        Complaints complaints = new Complaints();
        Corpus.seeds(SEEDS)
                .forEach(seed -> complaints.check("seed " + seed, () -> {
                    ChatRequest request = corpus.request(seed);
                    try {
                        JsonTrees.parse(twice(() -> courier.dialect()
                                .requestEncoder()
                                .encode(request, courier.toVendor(new Losses()))
                                .body()));
                    } catch (ChatException e) {
                        // There is nothing sensible to send for this one.
                    }
                }));
        complaints.raise();
    }

    private void responses() {
        Complaints complaints = new Complaints();
        Corpus.seeds(SEEDS)
                .forEach(seed -> complaints.check("seed " + seed, () -> {
                    ChatResponse response = corpus.response(seed);
                    JsonTrees.parse(twice(() ->
                            courier.dialect().responseEncoder().encode(response, courier.toClient(new Losses()))));
                }));
        complaints.raise();
    }

    private void streams() {
        Complaints complaints = new Complaints();
        Corpus.seeds(SEEDS)
                .forEach(seed -> complaints.check(
                        "seed " + seed, () -> twice(() -> corpus.stream(corpus.response(seed), seed))));
        complaints.raise();
    }

    private static byte[] twice(Supplier<byte[]> encoder) {
        byte[] once = encoder.get();
        byte[] again = encoder.get();
        if (!Arrays.equals(once, again)) {
            throw new AssertionError(
                    "the second time it is written otherwise\n  " + Courier.text(once) + "\n  " + Courier.text(again));
        }
        return once;
    }
}
