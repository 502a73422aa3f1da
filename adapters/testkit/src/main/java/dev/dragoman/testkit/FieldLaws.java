// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.loss.Loss;
import dev.dragoman.loss.LossKind;
import dev.dragoman.testkit.model.Difference;
import dev.dragoman.testkit.model.FieldCase;
import dev.dragoman.testkit.model.ModelPath;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Laws 1 and 2 on values of one type. Law 1: what is read back equals what was written, wherever no loss was reported. Law 2:
 * a field is read back or its loss is reported.
 *
 * @param <T> request or answer
 */
final class FieldLaws<T> {
    private static final int BATCH = 20;
    private static final int BATCHES = 10;

    private final String what;
    private final Map<String, List<FieldCase<T>>> fields;
    private final LongFunction<T> random;
    private final Function<T, Trip<T>> courier;

    /**
     * The laws for values of one type on one way.
     *
     * @param what names them: {@code requests}, {@code responses}, {@code streams}
     */
    FieldLaws(
            String what, Map<String, List<FieldCase<T>>> fields, LongFunction<T> random, Function<T, Trip<T>> courier) {
        this.what = what;
        this.fields = fields;
        this.random = random;
        this.courier = courier;
    }

    Stream<DynamicTest> roundTrip() {
        String law = "law1_round_trip_of_" + what;
        return Stream.concat(perField(law, this::othersAreUntouched), perSeed(law, seed -> {
            Trip<T> trip = courier.apply(random.apply(seed));
            return trip.losses().isEmpty() ? complaint(trip.unaccounted(), trip) : "";
        }));
    }

    Stream<DynamicTest> noSilentLoss() {
        String law = "law2_no_silent_loss_in_" + what;
        return Stream.concat(perField(law, this::fieldIsAccounted), perSeed(law, seed -> {
            Trip<T> trip = courier.apply(random.apply(seed));
            String wrong = trip.losses().isEmpty() ? "" : complaint(trip.unaccounted(), trip);
            return wrong.isEmpty() ? unknownPaths(trip) : wrong;
        }));
    }

    /** With only this field set, everything else comes back as it was. */
    private String othersAreUntouched(FieldCase<T> field) {
        Trip<T> trip = courier.apply(field.value());
        return complaint(
                trip.unaccounted().stream()
                        .filter(difference -> !ModelPath.related(difference.path(), field.path()))
                        .toList(),
                trip);
    }

    private String fieldIsAccounted(FieldCase<T> field) {
        Trip<T> trip = courier.apply(field.value());
        if (trip.refusal() != null) {
            return trip.isRefusedAt(field.path()) ? "" : "refused without naming " + field.path() + trip.story();
        }
        String lost = complaint(trip.unaccountedAt(field.path()), trip);
        if (!lost.isEmpty()) {
            return lost;
        }
        for (Loss loss : trip.losses()) {
            if (loss.kind() == LossKind.DROPPED && loss.path().equals(field.path()) && trip.isExactAt(field.path())) {
                return "reported as dropped, yet it was read back" + trip.story();
            }
        }
        return unknownPaths(trip);
    }

    private static <T> String complaint(List<Difference> differences, Trip<T> trip) {
        return differences.isEmpty() ? "" : "lost without a report: " + differences + trip.story();
    }

    /** Losses must name values of the source. */
    private static <T> String unknownPaths(Trip<T> trip) {
        for (Loss loss : trip.losses()) {
            if (!ModelPath.exists(trip.source(), loss.path())) {
                return "the loss names '" + loss.path() + "', which is no path of the source" + trip.story();
            }
        }
        return "";
    }

    private Stream<DynamicTest> perField(String law, Function<FieldCase<T>, String> check) {
        return fields.entrySet().stream()
                .map(field -> dynamicTest(law + "[" + field.getKey() + "]", () -> {
                    Complaints complaints = new Complaints();
                    for (FieldCase<T> value : field.getValue()) {
                        complaints.check(value, () -> raise(check.apply(value)));
                    }
                    complaints.raise();
                }));
    }

    private static Stream<DynamicTest> perSeed(String law, LongFunction<String> check) {
        return LongStream.range(0, BATCHES).mapToObj(batch -> {
            long[] seeds = Corpus.seeds(BATCH * BATCHES)
                    .skip(batch * BATCH)
                    .limit(BATCH)
                    .toArray();
            return dynamicTest(law + "[random " + seeds[0] + " to " + seeds[BATCH - 1] + "]", () -> {
                Complaints complaints = new Complaints();
                for (long seed : seeds) {
                    complaints.check("seed " + seed, () -> raise(check.apply(seed)));
                }
                complaints.raise();
            });
        });
    }

    private static void raise(String complaint) {
        if (!complaint.isEmpty()) {
            throw new AssertionError(complaint);
        }
    }
}
