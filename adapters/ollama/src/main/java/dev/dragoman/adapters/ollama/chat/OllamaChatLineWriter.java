// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.response.TokenLogprob;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes lines. What is the same in all of them is written once and copied. */
final class OllamaChatLineWriter {
    private final WireBuffer line = new WireBuffer(256);
    private final List<TokenLogprob> logprobs = new ArrayList<>(0);
    private WireBuffer out = new WireBuffer(0);
    private byte[] head = new byte[0];

    void into(WireBuffer target) {
        out = target;
    }

    /** Sets what each line begins with. */
    void begin(String model, String createdAt) {
        line.reset();
        try (JsonWriter json = new JsonWriter(line)) {
            json.beginObject()
                    .field("model", model)
                    .field("created_at", createdAt)
                    .endObject();
        }
        // Lines go on where this object would end.
        line.truncate(line.size() - 1);
        head = line.toBytes();
    }

    /** Probabilities to be told with the next line. */
    void logprobs(List<TokenLogprob> tokens) {
        logprobs.addAll(tokens);
    }

    /** Writes a line with this text and these further members of its message. */
    void message(String content, Consumer<JsonWriter> members) {
        write(content, members, json -> json.field("done", Boolean.FALSE));
    }

    /** Writes the last line. */
    void done(Consumer<JsonWriter> members, Consumer<JsonWriter> end) {
        write("", members, end);
    }

    /** Writes an error as the last line. */
    void failed(ChatError error) {
        OllamaChatErrors.write(error, 0, out);
        out.write('\n');
    }

    private void write(String content, Consumer<JsonWriter> members, Consumer<JsonWriter> end) {
        line.reset();
        try (JsonWriter json = new JsonWriter(line)) {
            json.beginObject().beginObject("message").field("role", "assistant").field("content", content);
            members.accept(json);
            json.endObject();
            end.accept(json);
            OllamaChatLogprobs.encode(logprobs, json);
            json.endObject();
        }
        logprobs.clear();
        byte[] object = line.toBytes();
        for (int i = 0; i < object.length; i++) {
            // Inside of strings line breaks are escaped; between tokens, where other people's JSON has some, they are
            // white space.
            if (object[i] == '\n' || object[i] == '\r') {
                object[i] = ' ';
            }
        }
        out.write(head);
        out.write(',');
        out.write(object, 1, object.length - 1);
        out.write('\n');
    }
}
