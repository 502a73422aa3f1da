// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A dialect as both ends of the soak write and read it, without any code of the gateway. */
interface Wire {
    /**
     * What a frame of a stream says.
     *
     * @param text what it adds to the answer
     * @param end whether it is the dialect's mark of a proper end
     * @param error whether it is the dialect's error
     */
    record Said(String text, boolean end, boolean error) {
        static final Said NOTHING = new Said("", false, false);
        static final Said END = new Said("", true, false);
        static final Said ERROR = new Said("", false, true);
    }

    /** Where requests go. */
    String path();

    /** A whole answer. */
    String whole(String text);

    /** What a stream says first. */
    String begin();

    /** A piece of text in a stream. */
    String piece(String text);

    /** The proper end of a stream. */
    String end();

    /** What says that the vendor is still there. */
    String keepAlive();

    /** An error's body. */
    String error(String type);

    /** Reads a frame of a stream, the lines between two empty ones. */
    Said read(String frame);

    /** The text of a whole answer. */
    String text(JsonObject body);

    /** Whether this is the dialect's error. */
    boolean isError(JsonObject body);

    /** A request for a story. */
    default JsonObject ask(Story story, String model, boolean stream) {
        return new JsonObject()
                .put("model", model)
                .put("stream", stream)
                .put("max_tokens", 8192)
                .put(
                        "messages",
                        new JsonArray().add(new JsonObject().put("role", "user").put("content", story.prompt())));
    }

    /** How much of the answer a request brings with it, to be continued. */
    static String begun(JsonObject request) {
        JsonArray messages = request.getJsonArray("messages");
        JsonObject last = messages.getJsonObject(messages.size() - 1);
        if (!"assistant".equals(last.getString("role"))) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        if (last.getValue("content") instanceof JsonArray parts) {
            for (int i = 0; i < parts.size(); i++) {
                text.append(parts.getJsonObject(i).getString("text", ""));
            }
        } else {
            text.append(last.getString("content"));
        }
        return text.toString();
    }

    /** The data of a frame of server-sent events; {@code null} if it has none. */
    static @Nullable String data(String frame) {
        for (String line : frame.split("\n", -1)) {
            if (line.startsWith("data: ")) {
                return line.substring("data: ".length());
            }
        }
        return null;
    }
}
