// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.StreamedParts;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ObjectArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A picture, a block of the vendor's own tools, or one of a kind that nobody knows: told when it is whole. */
final class BedrockConverseOpenWhole extends BedrockConverseOpenBlock {
    private final String type;
    private final RawJson start;
    private final Origin origin;
    private final StringBuilder input = new StringBuilder();
    private final List<RawJson> content = new ArrayList<>(0);
    private final List<RawJson> images = new ArrayList<>(0);

    BedrockConverseOpenWhole(String type, RawJson start, Origin origin) {
        this.type = type;
        this.start = start;
        this.origin = origin;
    }

    @Override
    boolean takes(BedrockConverseDelta delta) {
        return !delta.isText() && !delta.isReasoning();
    }

    @Override
    void begin(StreamedParts parts, Consumer<? super ChatEvent> out) {}

    @Override
    void grow(BedrockConverseDelta delta, StreamedParts parts, Consumer<? super ChatEvent> out) {
        if (delta.input != null) {
            input.append(delta.input);
        }
        if (delta.toolResult != null) {
            content.add(delta.toolResult);
        }
        if (delta.image != null) {
            images.add(delta.image);
        }
    }

    @Override
    void end(StreamedParts parts, Consumer<? super ChatEvent> out) {
        try (JsonReader in = JsonReader.reply(whole())) {
            start(BedrockConverseBlock.ofAnswers(origin).read(in).part(), parts, out);
        }
        super.end(parts, out);
    }

    private byte[] whole() {
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().name(type);
            if (!start.isObject()) {
                json.value(start);
            } else {
                json.beginObject();
                members(start, json);
                if (!input.isEmpty()) {
                    json.field("input", ObjectArguments.encode(input.toString()));
                }
                if (!content.isEmpty()) {
                    json.beginArray("content");
                    content.forEach(list -> elements(list, json));
                    json.endArray();
                }
                images.forEach(image -> members(image, json));
                json.endObject();
            }
            json.endObject();
        }
        return out.toBytes();
    }

    private static void members(RawJson object, JsonWriter json) {
        if (!object.isObject()) {
            return;
        }
        try (JsonReader in = JsonReader.reply(object)) {
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                json.field(name, in.raw());
            }
        }
    }

    private static void elements(RawJson list, JsonWriter json) {
        if (!list.isArray()) {
            json.value(list);
            return;
        }
        try (JsonReader in = JsonReader.reply(list)) {
            in.beginArray();
            while (in.nextElement()) {
                json.value(in.raw());
            }
        }
    }
}
