// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.testkit.generate.EventStreams;
import dev.dragoman.testkit.generate.PlainTalk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Law 7: messages, parts, tool calls and choices keep their order. What was reported as moved may stand elsewhere. */
final class OrderLaw {
    private static final int SEEDS = 100;

    private final Courier courier;

    OrderLaw(Courier courier) {
        this.courier = courier;
    }

    Stream<DynamicTest> tests() {
        return Stream.of(
                dynamicTest(
                        "law7_order[requests]",
                        () -> check(seed -> courier.request(PlainTalk.request(seed)), OrderLaw::marksOf)),
                dynamicTest(
                        "law7_order[responses]",
                        () -> check(seed -> courier.whole(PlainTalk.response(seed)), OrderLaw::marksOf)),
                dynamicTest(
                        "law7_order[streams]",
                        () -> check(
                                seed -> {
                                    ChatResponse response = PlainTalk.response(seed);
                                    return courier.streamed(response, EventStreams.of(response, seed));
                                },
                                OrderLaw::marksOf)));
    }

    /**
     * Something whose place is watched.
     *
     * @param path where it stands
     * @param mark its unmistakable content
     */
    private record Mark(String path, String mark) {}

    private static <T> void check(LongFunction<Trip<T>> trips, Function<T, List<Mark>> marks) {
        Complaints complaints = new Complaints();
        Corpus.seeds(SEEDS)
                .forEach(seed -> complaints.check("seed " + seed, () -> {
                    Trip<T> trip = trips.apply(seed);
                    T result = trip.result();
                    if (result == null) {
                        throw new AssertionError("refused" + trip.story());
                    }
                    List<String> expected = new ArrayList<>();
                    for (Mark mark : marks.apply(trip.source())) {
                        if (trip.lossesAt(mark.path()).isEmpty()) {
                            expected.add(mark.mark());
                        }
                    }
                    inOrder(
                            expected,
                            marks.apply(result).stream().map(Mark::mark).toList(),
                            trip);
                }));
        complaints.raise();
    }

    /** Each mark is found after the one before it; texts may have been joined. */
    private static void inOrder(List<String> expected, List<String> actual, Trip<?> trip) {
        int element = 0;
        int offset = 0;
        for (String mark : expected) {
            int found = element < actual.size() ? actual.get(element).indexOf(mark, offset) : -1;
            while (found < 0 && ++element < actual.size()) {
                found = actual.get(element).indexOf(mark);
            }
            if (found < 0) {
                throw new AssertionError("the order was " + expected + " and became " + actual + trip.story());
            }
            offset = found + mark.length();
        }
    }

    private static List<Mark> marksOf(ChatRequest request) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < request.messages().size(); i++) {
            marksOf("messages[" + i + "]", request.messages().get(i), marks);
        }
        return marks;
    }

    private static List<Mark> marksOf(ChatResponse response) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < response.choices().size(); i++) {
            Choice choice = response.choices().get(i);
            marksOf("choices[" + i + "].message", choice.message(), marks);
        }
        return marks;
    }

    private static void marksOf(String path, Message message, List<Mark> marks) {
        for (int i = 0; i < message.parts().size(); i++) {
            Part part = message.parts().get(i);
            String place = path + ".parts[" + i + "]";
            if (part instanceof Text text) {
                marks.add(new Mark(place, text.text()));
            } else if (part instanceof ToolCall call) {
                marks.add(new Mark(place, "call " + call.id() + " " + call.arguments()));
            } else if (part instanceof ToolResult result) {
                marks.add(new Mark(place, "result of " + result.callId()));
            }
        }
    }
}
