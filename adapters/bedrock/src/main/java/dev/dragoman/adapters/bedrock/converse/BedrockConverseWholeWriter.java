// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.event.ChatEvent;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A block of a stream that is known whole: pictures and what only this dialect knows. What the dialect streams of it comes as a
 * delta, all else with the start.
 */
final class BedrockConverseWholeWriter extends BedrockConverseBlockWriter {
    private final Part part;

    BedrockConverseWholeWriter(Part part, BedrockConverseEventWriter writer, String path, Losses losses) {
        super(writer, path, losses);
        this.part = part;
    }

    @Override
    void begin() {
        WireBuffer block = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(block)) {
            new BedrockConverseBlockEncoder(json).encode(part);
        }
        writer.beginBlock();
        try (JsonReader in = JsonReader.reply(block.toBytes())) {
            in.beginObject();
            while (in.nextField()) {
                String type = in.name();
                member(type, in.raw());
            }
        }
    }

    private void member(String type, RawJson value) {
        Set<String> streamed = switch (type) {
            case "toolUse" -> Set.of("input");
            case "toolResult" -> Set.of("content");
            case "image" -> Set.of("source", "error");
            default -> Set.of();
        };
        if (streamed.isEmpty() || !value.isObject()) {
            writer.start(json -> json.field(type, value));
            return;
        }
        writer.start(json -> {
            json.beginObject(type);
            pick(value, json, streamed, false);
            json.endObject();
        });
        RawJson content = member(value, "toolUse".equals(type) ? "input" : "content");
        writer.delta(json -> {
            switch (type) {
                case "toolUse" ->
                    json.beginObject(type)
                            .field("input", content == null ? "" : content.toString())
                            .endObject();
                case "toolResult" -> json.field(type, content == null ? RawJson.parse("[]") : content);
                default -> {
                    json.beginObject(type);
                    pick(value, json, streamed, true);
                    json.endObject();
                }
            }
        });
    }

    private static void pick(RawJson object, JsonWriter json, Set<String> names, boolean named) {
        try (JsonReader in = object.reader()) {
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                RawJson value = in.raw();
                if (names.contains(name) == named) {
                    json.field(name, value);
                }
            }
        }
    }

    private static @Nullable RawJson member(RawJson object, String wanted) {
        try (JsonReader in = object.reader()) {
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals(wanted)) {
                    return in.raw();
                }
                in.skip();
            }
        }
        return null;
    }

    @Override
    void grow(ChatEvent event) {}

    @Override
    void end() {
        writer.stop();
    }
}
