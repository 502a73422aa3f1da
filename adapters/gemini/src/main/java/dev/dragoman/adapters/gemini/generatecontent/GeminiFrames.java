// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.framing.Frame;
import dev.dragoman.framing.Sse;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Frames of a stream: server-sent events of one data line and no name (npm {@code @google/genai} 3.1.0 drops others), or the
 * elements of one array. Each frame is an answer that says which one it is.
 */
final class GeminiFrames {
    private final boolean events;
    private WireBuffer out = new WireBuffer(0);
    private boolean begun;

    /** Whether frames pass through: then what is written besides is not sent, but for the end. */
    private boolean relays;

    GeminiFrames(GeminiFraming framing) {
        events = framing == GeminiFraming.EVENTS;
    }

    boolean areEvents() {
        return events;
    }

    void into(WireBuffer target) {
        out = target;
    }

    /** Writes a frame with these members. */
    void frame(Consumer<JsonWriter> members) {
        if (events) {
            Sse.begin(out);
        } else {
            open();
        }
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            members.accept(json);
            json.endObject();
        }
        if (events) {
            Sse.end(out);
        }
    }

    /** Opens the array or goes on with it. */
    private void open() {
        out.write(begun ? ',' : '[');
        out.write('\n');
        begun = true;
    }

    /** Writes a frame as it was read. */
    void copy(Frame frame) {
        if (events) {
            Sse.copy(out, frame);
            return;
        }
        if (!relays) {
            relays = true;
            begun = false;
        }
        open();
        out.write(frame.buffer(), frame.offset(), frame.length());
    }

    /** Ends the stream: events end by closing. */
    void end() {
        if (!events) {
            if (!begun) {
                out.write('[');
            }
            begun = true;
            out.write('\n');
            out.write(']');
            out.write('\n');
        }
    }

    /** Members that say which answer it is, told with every frame. */
    static final class Head {
        private final EncodeContext context;
        private @Nullable String id;
        private @Nullable String model;
        private @Nullable Long created;

        Head(EncodeContext context) {
            this.context = context;
        }

        void set(@Nullable String newId, @Nullable String newModel, @Nullable Long newCreated) {
            id = newId;
            model = newModel;
            created = newCreated;
        }

        void encode(JsonWriter json) {
            GeminiHead.encode(id, model, created, context, json);
        }
    }
}
