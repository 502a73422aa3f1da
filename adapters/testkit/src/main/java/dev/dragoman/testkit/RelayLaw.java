// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.testkit.json.JsonDiff;
import dev.dragoman.testkit.json.JsonPlace;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.testkit.model.ModelDiff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Law 5 for streams: between a vendor and a client of the same dialect frames pass through with all that is in them. */
final class RelayLaw {
    private static final JsonNode UNKNOWN = JsonTrees.parse("{\"a\":[1,2.50,null]}");

    private final Courier courier;
    private final Map<String, byte[]> streams;

    RelayLaw(Courier courier, Corpus corpus, Map<String, byte[]> golden) {
        this.courier = courier;
        this.streams = new LinkedHashMap<>(corpus.streams());
        streams.putAll(golden);
    }

    Stream<DynamicTest> tests() {
        return streams.entrySet().stream()
                .flatMap(stream -> Stream.of(
                        dynamicTest(
                                "law5_streams_pass_through[" + stream.getKey() + "]",
                                () -> passesThrough(stream.getValue())),
                        dynamicTest(
                                "law5_streams_pass_through[" + stream.getKey() + ", unknown fields]",
                                () -> unknownFieldsPass(stream.getValue()))));
    }

    private void passesThrough(byte[] stream) {
        byte[] relayed = relayed(Streams.frames(courier.dialect(), stream));
        String fault = Streams.fault(courier.kit().streamGrammar(), Streams.frames(courier.dialect(), relayed));
        if (fault != null) {
            throw new AssertionError("the grammar refuses: " + fault + "\n  wire: " + Courier.text(relayed));
        }
        List<ChatEvent> before = read(stream);
        List<ChatEvent> after = read(relayed);
        if (!Streams.same(before, after) && !(isWrittenAnew(stream) && isSameAnswer(before, after))) {
            throw new AssertionError(
                    "passed through, the events differ\n  expected: " + before + "\n  but were: " + after);
        }
    }

    private boolean isWrittenAnew(byte[] stream) {
        boolean[] anew = {false};
        relay(Streams.frames(courier.dialect(), stream), (frame, sent, regular) -> anew[0] |= !regular);
        return anew[0];
    }

    /** What is written anew may tell the same answer in other steps. */
    private boolean isSameAnswer(List<ChatEvent> before, List<ChatEvent> after) {
        return Tolerance.ofResponses(ModelDiff.between(fold(before), fold(after)))
                .isEmpty();
    }

    private static ChatResponse fold(List<ChatEvent> events) {
        ResponseAssembler assembler = new ResponseAssembler();
        events.forEach(assembler);
        return assembler.response();
    }

    private List<ChatEvent> read(byte[] bytes) {
        return Streams.read(courier.dialect(), courier.source(), List.of(bytes)).content();
    }

    /** Unknown fields in each object of each frame are there afterwards, unless the frame had to be written anew. */
    private void unknownFieldsPass(byte[] stream) {
        List<Frame> changed = new ArrayList<>();
        for (Frame frame : Streams.frames(courier.dialect(), stream)) {
            JsonNode payload = JsonTrees.parseOrNull(frame.text());
            changed.add(
                    payload instanceof ObjectNode object
                            ? Frame.of(frame.event(), withUnknown(object).toString())
                            : frame);
        }
        relay(changed, (frame, sent, regular) -> {
            List<String> after = Streams.frames(courier.dialect(), sent).stream()
                    .map(Frame::text)
                    .toList();
            JsonNode before = JsonTrees.parseOrNull(frame.text());
            if (regular
                    && before != null
                    && !after.isEmpty()
                    && !JsonDiff.equal(before, JsonTrees.parse(String.join("", after)))) {
                throw new AssertionError("a frame changed on its way\n  before: " + before + "\n  after: " + after);
            }
        });
    }

    private static ObjectNode withUnknown(ObjectNode payload) {
        List<JsonPlace> places = JsonPlace.in(payload);
        payload.set("x_testkit_unknown", UNKNOWN);
        for (JsonPlace place : places) {
            if (place.value() instanceof ObjectNode object) {
                object.set("x_testkit_unknown", UNKNOWN);
            }
        }
        return payload;
    }

    private byte[] relayed(List<Frame> frames) {
        WireBuffer out = new WireBuffer(1024);
        relay(frames, (frame, sent, regular) -> out.write(sent));
        return out.toBytes();
    }

    /** Is told what became of a frame. */
    private interface Passed {
        void frame(Frame frame, byte[] sent, boolean regular);
    }

    /** As the gateway does it: events are encoded beside, and sent only where a frame may not go on as it is. */
    private void relay(List<Frame> frames, Passed passed) {
        StreamDecoder decoder = courier.dialect().streamDecoder(courier.source());
        StreamEncoder encoder = courier.dialect().streamEncoder(courier.toClient(new Losses()));
        for (Frame frame : frames) {
            WireBuffer anew = new WireBuffer(256);
            decoder.decode(frame, event -> encoder.encode(event, anew));
            if (decoder.isRegular()) {
                WireBuffer same = new WireBuffer(256);
                encoder.relay(frame, same);
                passed.frame(frame, same.toBytes(), true);
            } else {
                passed.frame(frame, anew.toBytes(), false);
            }
        }
    }
}
