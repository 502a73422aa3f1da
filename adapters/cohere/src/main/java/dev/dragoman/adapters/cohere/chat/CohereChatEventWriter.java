// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.framing.Sse;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import java.util.function.Consumer;

/** Writes events: a name and JSON on one line that repeats it, which the SDKs decide by. Blocks, calls and citations are counted. */
final class CohereChatEventWriter {
    private final WireBuffer scratch = new WireBuffer(256);
    private WireBuffer out = new WireBuffer(0);

    private int blocks;
    private int calls;
    private int citations;

    void into(WireBuffer target) {
        out = target;
    }

    int nextBlock() {
        return blocks++;
    }

    int nextCall() {
        return calls++;
    }

    int nextCitation() {
        return citations++;
    }

    /** Writes an event of this kind with these members. */
    void event(String type, Consumer<JsonWriter> members) {
        Sse.begin(out, type);
        write(type, members, out);
        Sse.end(out);
    }

    private static void write(String type, Consumer<JsonWriter> members, WireBuffer target) {
        try (JsonWriter json = new JsonWriter(target)) {
            json.beginObject().field("type", type);
            members.accept(json);
            json.endObject();
        }
    }

    /** Writes an event of a numbered thing with members of its message. They may hold line breaks between their tokens. */
    void piece(String type, int index, Consumer<JsonWriter> ofMessage) {
        lines(type, json -> {
            json.field("index", (Integer) index).beginObject("delta").beginObject("message");
            ofMessage.accept(json);
            json.endObject().endObject();
        });
    }

    /** Writes the end of a numbered thing. */
    void stop(String type, int index) {
        event(type, json -> json.field("index", (Integer) index));
    }

    /** Writes an event with members that may hold line breaks between their tokens, which must not end the line. */
    void lines(String type, Consumer<JsonWriter> members) {
        scratch.reset();
        write(type, members, scratch);
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

    /** Writes a piece of a string member of a block's content. */
    void contentDelta(int index, String member, String piece) {
        event("content-delta", json -> {
            json.field("index", (Integer) index).beginObject("delta").beginObject("message");
            json.beginObject("content").field(member, piece).endObject();
            json.endObject().endObject();
        });
    }
}
