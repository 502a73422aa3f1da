// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.loss.Loss;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.testkit.generate.EventStreams;
import dev.dragoman.testkit.model.Difference;
import dev.dragoman.testkit.model.FieldCase;
import dev.dragoman.testkit.model.ModelDiff;
import dev.dragoman.testkit.model.ModelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** Law 3: an answer that is streamed reads as the same answer that comes whole. */
final class StreamEqualsWholeLaw {
    private static final int BATCH = 20;
    private static final int BATCHES = 5;

    private final Courier courier;
    private final Corpus corpus;

    StreamEqualsWholeLaw(Courier courier, Corpus corpus) {
        this.courier = courier;
        this.corpus = corpus;
    }

    Stream<DynamicTest> tests() {
        Stream<DynamicTest> fields = corpus.responseFields().entrySet().stream()
                .map(field -> dynamicTest("law3_stream_equals_whole[" + field.getKey() + "]", () -> {
                    Complaints complaints = new Complaints();
                    for (FieldCase<ChatResponse> value : field.getValue()) {
                        complaints.check(
                                value,
                                () -> check(value.value(), value.toString().hashCode()));
                    }
                    complaints.raise();
                }));
        Stream<DynamicTest> random = LongStream.range(0, BATCHES).mapToObj(batch -> {
            long[] seeds = Corpus.seeds(BATCH * BATCHES)
                    .skip(batch * BATCH)
                    .limit(BATCH)
                    .toArray();
            return dynamicTest("law3_stream_equals_whole[random " + seeds[0] + " to " + seeds[BATCH - 1] + "]", () -> {
                Complaints complaints = new Complaints();
                for (long seed : seeds) {
                    complaints.check("seed " + seed, () -> check(corpus.response(seed), seed));
                }
                complaints.raise();
            });
        });
        return Stream.concat(fields, random);
    }

    private void check(ChatResponse response, long seed) {
        Trip<ChatResponse> whole = courier.whole(response);
        Trip<ChatResponse> replayed = courier.streamed(response);
        Trip<ChatResponse> cut = courier.streamed(response, pieces(response, seed));
        compare(whole, replayed, "each part streamed whole");
        compare(whole, cut, "streamed in pieces");
    }

    private static List<dev.dragoman.model.event.ChatEvent> pieces(ChatResponse response, long seed) {
        List<dev.dragoman.model.event.ChatEvent> events = EventStreams.of(response, seed);
        ResponseAssembler assembler = new ResponseAssembler();
        events.forEach(assembler);
        List<Difference> own = ModelDiff.between(response, assembler.response().withLosses(response.losses()));
        if (!own.isEmpty()) {
            throw new IllegalStateException("the test kit's own stream does not fold to its answer: " + own);
        }
        return events;
    }

    private void compare(Trip<ChatResponse> whole, Trip<ChatResponse> stream, String how) {
        ChatResponse one = comparable(whole.result());
        ChatResponse other = comparable(stream.result());
        List<Loss> losses = new ArrayList<>(whole.losses());
        losses.addAll(stream.losses());
        for (Difference difference : ModelDiff.between(one, other)) {
            boolean madeUp = whole.source().id() == null && difference.path().equals("id");
            if (!madeUp && losses.stream().noneMatch(loss -> ModelPath.related(loss.path(), difference.path()))) {
                throw new AssertionError(how + ", it differs from the whole: " + difference + "\n  whole wire: "
                        + whole.wire() + "\n  stream wire: " + stream.wire());
            }
        }
    }

    /** The vendor's raw counts may differ: a whole answer spells them as one object. */
    static @Nullable ChatResponse comparable(@Nullable ChatResponse response) {
        if (response == null || response.usage() == null) {
            return response;
        }
        return dev.dragoman.testkit.model.Records.with(
                response, "usage", response.usage().withoutRaw());
    }
}
