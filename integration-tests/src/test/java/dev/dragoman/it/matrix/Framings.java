// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How a stream is cut into frames, written without our own framing. */
enum Framings {
    /** Server-sent events; the fixture holds the bytes as they are. */
    SSE("text/event-stream") {
        @Override
        List<byte[]> split(String fixture) {
            List<byte[]> frames = new ArrayList<>();
            for (String frame : fixture.strip().split("\n\n", -1)) {
                frames.add((frame + "\n\n").getBytes(StandardCharsets.UTF_8));
            }
            return frames;
        }

        @Override
        List<JsonNode> bodies(byte[] stream) {
            return new String(stream, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> line.substring("data:".length()).strip())
                    .filter(data -> !data.isEmpty() && !data.equals("[DONE]"))
                    .map(Fact::parse)
                    .toList();
        }
    },
    /** One JSON document a line. */
    NDJSON("application/x-ndjson") {
        @Override
        List<byte[]> split(String fixture) {
            return fixture.strip()
                    .lines()
                    .map(line -> (line + "\n").getBytes(StandardCharsets.UTF_8))
                    .toList();
        }

        @Override
        List<JsonNode> bodies(byte[] stream) {
            return new String(stream, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Fact::parse)
                    .toList();
        }
    },
    /** AWS' event stream; the fixture has one message a line. */
    EVENT_STREAM("application/vnd.amazon.eventstream") {
        @Override
        List<byte[]> split(String fixture) {
            return fixture.strip()
                    .lines()
                    .map(line -> Fact.parse(line).properties().iterator().next())
                    .map(event -> EventStreams.message(event.getKey(), event.getValue()))
                    .toList();
        }

        @Override
        List<JsonNode> bodies(byte[] stream) {
            return EventStreams.bodies(stream);
        }
    };

    private final String mediaType;

    Framings(String mediaType) {
        this.mediaType = mediaType;
    }

    static Framings of(String mediaType) {
        for (Framings framing : values()) {
            if (mediaType.startsWith(framing.mediaType)) {
                return framing;
            }
        }
        throw new IllegalArgumentException("no framing for " + mediaType);
    }

    /** The bytes of each frame of a fixture. */
    abstract List<byte[]> split(String fixture);

    /** The JSON documents of a stream, in order. */
    abstract List<JsonNode> bodies(byte[] stream);
}
