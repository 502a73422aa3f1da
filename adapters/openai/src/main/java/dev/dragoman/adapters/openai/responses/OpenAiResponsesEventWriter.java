// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.adapters.openai.shared.OpenAiPadding;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.framing.Sse;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import java.util.function.Consumer;

/** Writes events: a name, and JSON on one line with the number of the event. Collects the items that are done. */
final class OpenAiResponsesEventWriter {
    private final OpenAiResponsesReplyShape shape;
    private final OpenAiPadding padding;
    private final WireBuffer scratch = new WireBuffer(256);
    private final WireBuffer output = new WireBuffer(256);
    private WireBuffer out = new WireBuffer(0);
    private int sequence;
    private int items;

    OpenAiResponsesEventWriter(EncodeContext context) {
        shape = OpenAiResponsesReplyShape.of(context.shape());
        padding = new OpenAiPadding(context.ids());
    }

    void into(WireBuffer target) {
        out = target;
    }

    /** So many events were sent. */
    void sent(int events) {
        sequence = events;
    }

    /** Writes a comment that keeps the connection alive. */
    void heartbeat() {
        Sse.comment(out, "keep-alive");
    }

    /** Number of an item that begins. */
    int nextItem() {
        return items++;
    }

    /** Writes an event of this kind with these members. */
    void event(String type, Consumer<JsonWriter> members) {
        Sse.begin(out, type);
        object(type, members, out);
        Sse.end(out);
    }

    /** Writes an event that adds to a text. */
    void delta(String type, String delta, Consumer<JsonWriter> members) {
        event(type, json -> {
            members.accept(json);
            json.field("delta", delta);
            if (shape.includeObfuscation()) {
                json.field("obfuscation", padding.of(delta.length()));
            }
        });
    }

    private void object(String type, Consumer<JsonWriter> members, WireBuffer target) {
        try (JsonWriter json = new JsonWriter(target)) {
            json.beginObject().field("type", type).field("sequence_number", (Integer) sequence++);
            members.accept(json);
            json.endObject();
        }
    }

    /** Writes the beginning of an item. */
    void added(int index, Consumer<JsonWriter> item) {
        item("response.output_item.added", index, line(item));
    }

    /** Writes the end of an item. */
    void done(int index, Consumer<JsonWriter> item) {
        byte[] whole = line(item);
        item("response.output_item.done", index, whole);
        if (!output.isEmpty()) {
            output.write(',');
        }
        output.write(whole);
    }

    private void item(String type, int index, byte[] item) {
        Sse.begin(out, type);
        object(type, json -> json.field("output_index", (Integer) index), out);
        out.truncate(out.size() - 1);
        ascii(",\"item\":");
        out.write(item);
        out.write('}');
        Sse.end(out);
    }

    /** Writes an event with a response object of these members and the items that are done. */
    void response(String type, Consumer<JsonWriter> members) {
        byte[] head = line(json -> {
            json.beginObject();
            members.accept(json);
            json.endObject();
        });
        Sse.begin(out, type);
        object(type, json -> {}, out);
        out.truncate(out.size() - 1);
        ascii(",\"response\":");
        out.write(head, 0, head.length - 1);
        ascii(",\"output\":[");
        out.append(output);
        ascii("]}}");
        Sse.end(out);
    }

    /** JSON on one line: inside of strings line breaks are escaped; between tokens they are white space. */
    private byte[] line(Consumer<JsonWriter> value) {
        scratch.reset();
        try (JsonWriter json = new JsonWriter(scratch)) {
            value.accept(json);
        }
        byte[] bytes = scratch.toBytes();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                bytes[i] = ' ';
            }
        }
        return bytes;
    }

    /** Writes an event with members that may hold line breaks between their tokens. */
    void lines(String type, Consumer<JsonWriter> members) {
        byte[] bytes = line(json -> {
            json.beginObject().field("type", type).field("sequence_number", (Integer) sequence++);
            members.accept(json);
            json.endObject();
        });
        Sse.begin(out, type);
        out.write(bytes);
        Sse.end(out);
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            out.write(text.charAt(i));
        }
    }
}
