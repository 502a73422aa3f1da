// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.framing.Sse;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import java.util.function.Consumer;

/** Writes events: a name, which the SDKs decide by, and JSON on one line. */
final class AnthropicMessagesEventWriter {
    private final WireBuffer scratch = new WireBuffer(256);
    private WireBuffer out = new WireBuffer(0);

    private int blocks;

    void into(WireBuffer target) {
        out = target;
    }

    /** Number of a block that starts. */
    int nextBlock() {
        return blocks++;
    }

    /** Number of the block that started last. */
    int block() {
        return blocks - 1;
    }

    /** Writes an event of this kind with these members. */
    void event(String type, Consumer<JsonWriter> members) {
        Sse.begin(out, type);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("type", type);
            members.accept(json);
            json.endObject();
        }
        Sse.end(out);
    }

    /** Writes an event with members that may hold line breaks between their tokens, which must not end the line. */
    void lines(String type, Consumer<JsonWriter> members) {
        scratch.reset();
        try (JsonWriter json = new JsonWriter(scratch)) {
            json.beginObject().field("type", type);
            members.accept(json);
            json.endObject();
        }
        byte[] bytes = scratch.toBytes();
        for (int i = 0; i < bytes.length; i++) {
            // Inside of strings line breaks are escaped; between tokens they are white space.
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                bytes[i] = ' ';
            }
        }
        Sse.begin(out, type);
        out.write(bytes);
        Sse.end(out);
    }
}
