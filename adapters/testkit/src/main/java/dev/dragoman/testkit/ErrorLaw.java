// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.dialect.EncodedError;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.testkit.json.JsonTrees;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Errors read as the kind they were written as, with their message and the time to wait. */
final class ErrorLaw {
    private static final String MESSAGE = "It \"failed\", with \u00fc and\na new line.";
    private static final Duration WAIT = Duration.ofSeconds(7);

    private final Courier courier;

    ErrorLaw(Courier courier) {
        this.courier = courier;
    }

    Stream<DynamicTest> tests() {
        return Stream.of(ErrorKind.values())
                .flatMap(kind -> Stream.of(
                        dynamicTest("errors_keep_their_kind[" + kind + "]", () -> body(kind)),
                        dynamicTest("errors_keep_their_kind[" + kind + ", in a stream]", () -> stream(kind))));
    }

    private void body(ErrorKind kind) {
        ChatError error = ChatError.of(kind, MESSAGE).withRetryAfter(WAIT);
        EncodedError encoded = courier.dialect().errors().encode(error);
        require(encoded.status() >= 400 && encoded.status() <= 599, "the status is " + encoded.status(), encoded);
        JsonTrees.parse(encoded.body());
        Map<String, String> headers = new TreeMap<>();
        encoded.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        ChatError read = courier.dialect().errors().decode(encoded.status(), headers, encoded.body());
        ErrorKind expected = courier.kit().mergedErrorKinds().getOrDefault(kind, kind);
        require(read.kind() == expected, kind + " reads as " + read.kind() + " instead of " + expected, encoded);
        require(read.status() == encoded.status(), "the status reads as " + read.status(), encoded);
        require(read.message().equals(MESSAGE), "the message reads as " + read.message(), encoded);
        require(WAIT.equals(read.retryAfter()), "the time to wait reads as " + read.retryAfter(), encoded);
        require(read.raw() != null, "the vendor's own body is not kept", encoded);
        for (int status : new int[] {400, 418, 429, 500, 529, 599}) {
            ChatError unusual = new ChatError(kind, status, MESSAGE, "some_code", "some.path", null, "req_1", null);
            EncodedError other = courier.dialect().errors().encode(unusual);
            require(other.status() >= 400 && other.status() <= 599, "the status is " + other.status(), other);
            JsonTrees.parse(other.body());
        }
    }

    private static void require(boolean condition, String complaint, EncodedError encoded) {
        if (!condition) {
            throw new AssertionError(complaint + "\n  wire: " + encoded.status() + " " + encoded.headers() + " "
                    + Courier.text(encoded.body()));
        }
    }

    private void stream(ErrorKind kind) {
        List<ChatEvent> events = List.of(
                new ChatEvent.ResponseStarted("resp_1", "sample-model", 7L, null, null),
                new ChatEvent.StreamFailed(ChatError.of(kind, MESSAGE)));
        byte[] bytes = Streams.write(courier.dialect(), courier.toClient(new Losses()), events);
        Streams.Read read = Streams.read(courier.dialect(), courier.source(), List.of(bytes));
        ChatEvent.StreamFailed failed = read.failure();
        ErrorKind expected = courier.kit().mergedStreamErrorKinds().getOrDefault(kind, kind);
        if (failed == null
                || failed.error().kind() != expected
                || !failed.error().message().equals(MESSAGE)) {
            throw new AssertionError(
                    kind + " reads as " + failed + " instead of " + expected + "\n  wire: " + Courier.text(bytes));
        }
    }
}
