// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.testkit.golden.GoldenCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Runs the golden cases of a dialect. What each file is says the README. */
final class GoldenLaw {
    private final Courier courier;
    private final List<GoldenCase> cases;
    private final List<DynamicTest> tests = new ArrayList<>();

    GoldenLaw(Courier courier) {
        this.courier = courier;
        this.cases = GoldenCase.of(courier.dialect().id());
    }

    /** The streams among the cases that end well, by name. */
    Map<String, byte[]> streams() {
        Map<String, byte[]> streams = new LinkedHashMap<>();
        for (GoldenCase golden : cases) {
            golden.stream().ifPresent(bytes -> {
                if (Streams.read(courier.dialect(), courier.source(), List.of(bytes))
                        .isSuccess()) {
                    streams.put("golden " + golden.name(), bytes);
                }
            });
        }
        return streams;
    }

    Stream<DynamicTest> tests() {
        for (GoldenCase golden : cases) {
            add(golden, "source", check -> {
                if (!golden.has("SOURCE.md")) {
                    throw new AssertionError("no SOURCE.md says where it is from");
                }
            });
            GoldenReplies replies = new GoldenReplies(courier);
            golden.bytes("request.wire.json")
                    .ifPresent(body -> add(golden, "request", check -> new GoldenRequests(courier).check(check, body)));
            golden.bytes("response.wire.json")
                    .ifPresent(body -> add(golden, "response", check -> replies.response(check, body)));
            golden.stream().ifPresent(bytes -> add(golden, "stream", check -> replies.stream(check, bytes)));
            if (golden.has("response.wire.json") && golden.stream().isPresent()) {
                add(golden, "stream equals whole", check -> replies.pair(golden));
            }
            golden.bytes("error.wire.json")
                    .ifPresent(body -> add(golden, "error", check -> new GoldenErrors(courier).check(check, body)));
        }
        return tests.stream();
    }

    private void add(GoldenCase golden, String what, Consumer<GoldenCheck> body) {
        tests.add(dynamicTest("golden[" + golden.name() + ", " + what + "]", () -> {
            GoldenCheck check = new GoldenCheck(courier.kit(), golden);
            body.accept(check);
            check.finish();
        }));
    }
}
