// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.framing.Sse;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Writes the events of a stream of chunks that begin alike: what is the same in all of them is written once and copied. Extensions
 * of the answer go out with the next chunk. Not thread-safe.
 */
public final class ChunkWriter {
    private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

    private final ExtensionWriter extensionWriter;
    private final Losses losses;
    private byte[] head = new byte[0];
    private Extensions pending = Extensions.NONE;
    private WireBuffer out = new WireBuffer(0);

    /** @param extensionWriter that of the dialect */
    public ChunkWriter(ExtensionWriter extensionWriter, Losses losses) {
        this.extensionWriter = extensionWriter;
        this.losses = losses;
    }

    /** Writes to this buffer from now on. */
    public void into(WireBuffer target) {
        out = target;
    }

    /** Sets the members that every chunk begins with, at least one. */
    public void head(Consumer<JsonWriter> members) {
        WireBuffer bytes = new WireBuffer(192);
        try (JsonWriter json = new JsonWriter(bytes)) {
            json.beginObject();
            members.accept(json);
            json.endObject();
        }
        // Chunks go on where the head's object would end.
        bytes.truncate(bytes.size() - 1);
        head = bytes.toBytes();
    }

    /** Begins a chunk with its head. */
    public void begin() {
        Sse.begin(out);
        out.write(head);
    }

    /** Begins a member, whose value is to be written behind it. */
    public void member(String name) {
        out.write(',');
        out.write('"');
        ascii(name);
        out.write('"');
        out.write(':');
    }

    /** Writes JSON of plain characters as it is. */
    public void ascii(String json) {
        for (int i = 0; i < json.length(); i++) {
            out.write(json.charAt(i));
        }
    }

    /** Keeps extensions for the next chunk. */
    public void extend(Extensions added) {
        pending = pending.merge(added);
    }

    /** Whether extensions wait for a chunk. */
    public boolean hasExtensions() {
        return !pending.isEmpty();
    }

    /** Ends a chunk, with the extensions that wait for one. */
    public void end() {
        if (!pending.isEmpty()) {
            writePending();
        }
        out.write('}');
        Sse.end(out);
    }

    private void writePending() {
        Extensions extensions = pending;
        pending = Extensions.NONE;
        WireBuffer fields = new WireBuffer(64);
        try (JsonWriter json = new JsonWriter(fields)) {
            json.beginObject();
            extensionWriter.write(extensions, "", json, losses);
            json.endObject();
        }
        byte[] object = fields.toBytes();
        if (object.length > 2) {
            out.write(',');
            out.write(object, 1, object.length - 2);
        }
    }

    /** Ends the stream. */
    public void done() {
        Sse.begin(out);
        out.write(DONE);
        Sse.end(out);
    }
}
