// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.testkit.golden.GoldenCase;
import dev.dragoman.testkit.model.Difference;
import dev.dragoman.testkit.model.ModelDiff;
import java.util.ArrayList;
import java.util.List;

/** Golden answers, whole and streamed. */
final class GoldenReplies {
    private final Courier courier;

    GoldenReplies(Courier courier) {
        this.courier = courier;
    }

    void response(GoldenCheck check, byte[] body) {
        ChatResponse response = courier.dialect().responseDecoder().decode(body, courier.source());
        check.canonical("response.canonical.json", response);
        byte[] encoded = courier.dialect().responseEncoder().encode(response, courier.toClient(new Losses()));
        check.wire("response.wire.json", "response.encoded.json", encoded);
    }

    void stream(GoldenCheck check, byte[] bytes) {
        Streams.Read read = Streams.read(courier.dialect(), courier.source(), List.of(bytes));
        if (read.fault() != null) {
            throw new AssertionError("the decoder broke the grammar of events: " + read.fault());
        }
        check.canonicalLines("stream.canonical.jsonl", read.events());
        if (read.isSuccess()) {
            ChatResponse response = fold(read.events());
            Trip<ChatResponse> again = courier.streamed(response, read.events());
            if (!again.unaccounted().isEmpty()) {
                throw new AssertionError("written again it differs: " + again.unaccounted() + again.story());
            }
        }
    }

    /** Law 3 on files: both tell the same answer. */
    void pair(GoldenCase golden) {
        ChatResponse whole = courier.dialect()
                .responseDecoder()
                .decode(golden.bytes("response.wire.json").orElseThrow(), courier.source());
        List<ChatEvent> events = new ArrayList<>(Streams.read(
                        courier.dialect(),
                        courier.source(),
                        List.of(golden.stream().orElseThrow()))
                .events());
        List<Difference> differences = ModelDiff.between(
                StreamEqualsWholeLaw.comparable(whole), StreamEqualsWholeLaw.comparable(fold(events)));
        if (!differences.isEmpty()) {
            throw new AssertionError("the stream tells another answer than the whole: " + differences);
        }
    }

    private static ChatResponse fold(List<ChatEvent> events) {
        ResponseAssembler assembler = new ResponseAssembler();
        events.forEach(assembler);
        return assembler.response();
    }
}
