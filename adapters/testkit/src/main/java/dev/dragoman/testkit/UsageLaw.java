// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.InputTokens;
import dev.dragoman.model.response.OutputTokens;
import dev.dragoman.model.response.Usage;
import dev.dragoman.testkit.generate.EventStreams;
import dev.dragoman.testkit.generate.PlainTalk;
import dev.dragoman.testkit.model.Dice;
import dev.dragoman.testkit.model.Records;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** Law 10: usage adds up, and the vendor's own counts are kept. */
final class UsageLaw {
    private static final int SEEDS = 60;

    private final Courier courier;

    UsageLaw(Courier courier) {
        this.courier = courier;
    }

    Stream<DynamicTest> tests() {
        return Stream.of(
                dynamicTest("law10_usage_adds_up[whole]", () -> check((r, seed) -> courier.whole(r))),
                dynamicTest(
                        "law10_usage_adds_up[streamed]",
                        () -> check((r, seed) -> courier.streamed(r, EventStreams.of(r, seed)))));
    }

    private static void check(BiFunction<ChatResponse, Long, Trip<ChatResponse>> way) {
        Complaints complaints = new Complaints();
        Corpus.seeds(SEEDS)
                .forEach(seed -> complaints.check("seed " + seed, () -> {
                    Usage usage = usage(new Dice(seed));
                    Trip<ChatResponse> trip = way.apply(Records.with(PlainTalk.response(seed), "usage", usage), seed);
                    Usage read = trip.result() == null ? null : trip.result().usage();
                    if (read == null) {
                        throw new AssertionError("the usage is gone" + trip.story());
                    }
                    require(read.raw() != null, "the vendor's own counts are not kept", trip);
                    require(
                            read.inputTokens() == usage.inputTokens(),
                            "the input tokens are " + read.inputTokens(),
                            trip);
                    require(
                            read.outputTokens() == usage.outputTokens(),
                            "the output tokens are " + read.outputTokens(),
                            trip);
                    long shares = read.uncachedInputTokens()
                            + orZero(read.input().cacheRead())
                            + orZero(read.input().cacheWrite());
                    require(
                            shares == read.inputTokens(),
                            "uncached, read and written are " + shares + " together",
                            trip);
                    require(
                            trip.unaccountedAt("usage").isEmpty(),
                            "lost without a report: " + trip.unaccountedAt("usage"),
                            trip);
                }));
        complaints.raise();
    }

    /** Counts as a vendor gives them: shares within their sums, some not reported. */
    private static Usage usage(Dice dice) {
        long read = dice.below(50);
        long writeShort = dice.below(20);
        long writeLong = dice.below(20);
        boolean lifetimes = dice.percent(30);
        long uncached = dice.below(100);
        long reasoning = dice.below(30);
        Long write = lifetimes ? Long.valueOf(writeShort + writeLong) : dice.percent(50) ? writeShort : null;
        boolean cached = dice.percent(70);
        InputTokens input = new InputTokens(
                cached ? read : null,
                write,
                lifetimes ? writeShort : null,
                lifetimes ? writeLong : null,
                null,
                dice.percent(20) ? 0L : null,
                null);
        OutputTokens output = new OutputTokens(
                dice.percent(50) ? reasoning : null, null, dice.percent(20) ? 3L : null, null, null, null);
        return new Usage(
                uncached + (cached ? read : 0) + orZero(write), reasoning + 3 + dice.below(50), input, output, null);
    }

    private static void require(boolean condition, String complaint, Trip<?> trip) {
        if (!condition) {
            throw new AssertionError(complaint + trip.story());
        }
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
