// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;

/** Messages of AWS' event stream by AWS' own library: {@code {"<type of the event or exception>": <payload>}}. */
final class EventStreams {
    private EventStreams() {}

    static byte[] message(String event, JsonNode payload) {
        Map<String, HeaderValue> headers = Map.of(
                ":event-type",
                HeaderValue.fromString(event),
                ":content-type",
                HeaderValue.fromString("application/json"),
                ":message-type",
                HeaderValue.fromString("event"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Message(headers, payload.toString().getBytes(StandardCharsets.UTF_8)).encode(out);
        return out.toByteArray();
    }

    static List<JsonNode> bodies(byte[] stream) {
        List<JsonNode> bodies = new ArrayList<>();
        MessageDecoder decoder = new MessageDecoder(message -> bodies.add(body(message)));
        decoder.feed(ByteBuffer.wrap(stream));
        return bodies;
    }

    private static JsonNode body(Message message) {
        boolean event = message.getHeaders().get(":message-type").getString().equals("event");
        String name = message.getHeaders()
                .get(event ? ":event-type" : ":exception-type")
                .getString();
        JsonNode payload = Fact.parse(new String(message.getPayload(), StandardCharsets.UTF_8));
        return Fact.JSON.createObjectNode().set(name, payload);
    }
}
