// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.TopLevelEdit;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that passes through: only the model's name changes. Reasoning that we sealed gets its own encrypted content back where
 * the vendor made it; what another vendor made is taken out, since it would be refused.
 */
final class OpenAiResponsesForwarder {
    private OpenAiResponsesForwarder() {}

    static EncodedRequest forward(WireRequest wire, String model, boolean stream, EncodeContext context) {
        return forward(OpenAiResponsesDialect.PATH, wire, model, context);
    }

    static EncodedRequest forward(String path, WireRequest wire, String model, EncodeContext context) {
        Map<String, RawJson> changes = new LinkedHashMap<>();
        changes.put("model", RawJson.string(model));
        if (ReasoningSeal.mayBeIn(wire.body())) {
            RawJson input = unsealed(wire.body(), model, context);
            if (input != null) {
                changes.put("input", input);
            }
        }
        return new EncodedRequest(path, Map.of(), TopLevelEdit.set(wire.body(), changes));
    }

    private static @Nullable RawJson unsealed(byte[] body, String model, EncodeContext context) {
        WireBuffer out = new WireBuffer(body.length);
        boolean found = false;
        try (JsonReader in = JsonReader.request(body);
                JsonWriter json = new JsonWriter(out)) {
            in.beginObject();
            while (in.nextField()) {
                if (found || !in.name().equals("input") || !in.isArray()) {
                    in.skip();
                    continue;
                }
                found = true;
                json.beginArray();
                in.beginArray();
                for (int i = 0; in.nextElement(); i++) {
                    item(in.raw(), "input[" + i + "]", model, context, json);
                }
                json.endArray();
            }
        }
        return found ? RawJson.written(out) : null;
    }

    private static void item(RawJson item, String path, String model, EncodeContext context, JsonWriter json) {
        ReasoningSeal seal = item.isObject() ? seal(item) : null;
        if (seal == null) {
            json.value(item);
        } else if (seal.next()
                || seal.encrypted() == null
                || !OpenAiResponsesRequestFitter.issuedHere(seal.origin(), context.vendor(), model)) {
            context.losses().dropped(path, "another vendor or model made it");
        } else {
            Map<String, RawJson> changes = new LinkedHashMap<>();
            changes.put("encrypted_content", RawJson.string(seal.encrypted()));
            if (seal.id() != null) {
                changes.put("id", RawJson.string(seal.id()));
            }
            json.value(RawJson.parse(TopLevelEdit.set(item.toBytes(), changes)));
        }
    }

    private static @Nullable ReasoningSeal seal(RawJson item) {
        try (JsonReader in = item.reader()) {
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("encrypted_content") && in.isString()) {
                    String text = in.string();
                    ReasoningSeal seal = ReasoningSeal.read(text);
                    boolean broken = seal == null && ReasoningSeal.isSeal(text);
                    return broken ? new ReasoningSeal(false, null, null, false, null, null, null, List.of()) : seal;
                }
                in.skip();
            }
        }
        return null;
    }
}
