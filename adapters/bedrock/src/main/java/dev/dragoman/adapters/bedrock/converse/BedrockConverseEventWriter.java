// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import java.util.function.Consumer;

/** Writes events: a message of the event stream each, with JSON as payload. */
final class BedrockConverseEventWriter {
    private final WireBuffer scratch = new WireBuffer(256);
    private WireBuffer out = new WireBuffer(0);
    private int blocks;

    void into(WireBuffer target) {
        out = target;
    }

    /** Begins a block: deltas that follow are its. */
    void beginBlock() {
        blocks++;
    }

    /** Writes an event of this kind with these members. */
    void event(String type, Consumer<JsonWriter> members) {
        scratch.reset();
        try (JsonWriter json = new JsonWriter(scratch)) {
            json.beginObject();
            members.accept(json);
            json.endObject();
        }
        BedrockConverseFrames.write(type, scratch.toBytes(), out);
    }

    /** Writes the start of the block, with these members of {@code start}. */
    void start(Consumer<JsonWriter> members) {
        event("contentBlockStart", json -> {
            json.field("contentBlockIndex", (Integer) (blocks - 1)).beginObject("start");
            members.accept(json);
            json.endObject();
        });
    }

    /** Writes a delta of the block, with these members of {@code delta}. */
    void delta(Consumer<JsonWriter> members) {
        event("contentBlockDelta", json -> {
            json.field("contentBlockIndex", (Integer) (blocks - 1)).beginObject("delta");
            members.accept(json);
            json.endObject();
        });
    }

    /** Writes the stop of the block. */
    void stop() {
        event("contentBlockStop", json -> json.field("contentBlockIndex", (Integer) (blocks - 1)));
    }

    /** Writes the frame of an error. */
    void failure(String exception, byte[] body) {
        BedrockConverseFrames.write(BedrockConverseFrames.EXCEPTION + exception, body, out);
    }
}
