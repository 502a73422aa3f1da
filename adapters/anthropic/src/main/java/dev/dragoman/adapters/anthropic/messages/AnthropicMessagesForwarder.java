// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.TopLevelEdit;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that passes through: only the model's name changes. Blocks that hold what another vendor sealed are taken out, since
 * the vendor refuses signatures that it did not make.
 */
final class AnthropicMessagesForwarder {
    private AnthropicMessagesForwarder() {}

    static EncodedRequest forward(WireRequest wire, String model, boolean stream, EncodeContext context) {
        return forward(AnthropicMessagesDialect.PATH, wire, model, context);
    }

    static EncodedRequest forward(String path, WireRequest wire, String model, EncodeContext context) {
        Map<String, RawJson> changes = new LinkedHashMap<>();
        changes.put("model", RawJson.string(model));
        if (ReasoningSeal.mayBeIn(wire.body())) {
            changes.put("messages", withoutSeals(wire.body(), context.losses()));
        }
        return new EncodedRequest(
                path, AnthropicMessagesHeaders.forwarded(wire.headers()), TopLevelEdit.set(wire.body(), changes));
    }

    private static RawJson withoutSeals(byte[] body, Losses losses) {
        WireBuffer out = new WireBuffer(body.length);
        try (JsonReader in = JsonReader.request(body);
                JsonWriter json = new JsonWriter(out)) {
            in.beginObject();
            while (in.nextField()) {
                if (!in.name().equals("messages")) {
                    in.skip();
                    continue;
                }
                json.beginArray();
                in.beginArray();
                for (int i = 0; in.nextElement(); i++) {
                    message(in, json, "messages[" + i + "].content", losses);
                }
                json.endArray();
            }
        }
        return RawJson.written(out);
    }

    private static void message(JsonReader in, JsonWriter json, String path, Losses losses) {
        json.beginObject();
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            if (!name.equals("content") || !in.isArray()) {
                json.field(name, in.raw());
                continue;
            }
            int written = 0;
            json.beginArray(name);
            in.beginArray();
            for (int i = 0; in.nextElement(); i++) {
                RawJson block = in.raw();
                if (isSealed(block)) {
                    losses.dropped(path + "[" + i + "]", "another vendor sealed it");
                } else {
                    json.value(block);
                    written++;
                }
            }
            if (written == 0) {
                json.beginObject()
                        .field("type", "text")
                        .field("text", "(empty)")
                        .endObject();
            }
            json.endArray();
        }
        json.endObject();
    }

    private static boolean isSealed(RawJson block) {
        if (!block.isObject()) {
            return false;
        }
        try (JsonReader in = block.reader()) {
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("signature") && in.isString()) {
                    return ReasoningSeal.isSeal(in.string());
                }
                in.skip();
            }
        }
        return false;
    }
}
