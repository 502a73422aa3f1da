// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

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
import org.jspecify.annotations.Nullable;

/**
 * A request that passes through: only the model's name changes. Thoughts that another vendor made are taken out, and so are the
 * seals that say so.
 */
final class CohereChatForwarder {
    private CohereChatForwarder() {}

    static EncodedRequest forward(WireRequest wire, String model, boolean stream, EncodeContext context) {
        Map<String, RawJson> changes = new LinkedHashMap<>();
        changes.put("model", RawJson.string(model));
        if (ReasoningSeal.mayBeIn(wire.body())) {
            changes.put("messages", withoutSeals(wire.body(), context.losses()));
        }
        return new EncodedRequest(CohereChatDialect.PATH, Map.of(), TopLevelEdit.set(wire.body(), changes));
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
                    message(in, json, "messages[" + i + "]", losses);
                }
                json.endArray();
            }
        }
        return RawJson.written(out);
    }

    private static void message(JsonReader in, JsonWriter json, String path, Losses losses) {
        json.beginObject();
        in.beginObject();
        boolean calls = false;
        boolean emptied = false;
        while (in.nextField()) {
            String name = in.name();
            if (name.equals("tool_calls") && in.isArray()) {
                calls = true;
                pieces(name, in, json, path, losses);
            } else if (name.equals("content") && in.isArray()) {
                emptied = pieces(name, in, json, path, losses);
            } else {
                json.field(name, in.raw());
            }
        }
        if (emptied && !calls) {
            json.field("content", "(empty)");
        }
        json.endObject();
    }

    /**
     * Writes blocks or calls without their seals.
     *
     * @return whether all were taken out, so that nothing was written
     */
    private static boolean pieces(String name, JsonReader in, JsonWriter json, String path, Losses losses) {
        boolean open = false;
        boolean removed = false;
        in.beginArray();
        for (int i = 0; in.nextElement(); i++) {
            RawJson piece = in.raw();
            String seal = seal(piece);
            boolean foreign = seal != null && isThought(piece) && !isOwn(ReasoningSeal.read(seal));
            if (foreign) {
                removed = true;
                losses.dropped(path + "." + name + "[" + i + "]", "another vendor made it");
                continue;
            }
            if (!open) {
                open = true;
                json.beginArray(name);
            }
            if (seal == null) {
                json.value(piece);
            } else {
                bare(piece, json);
            }
        }
        if (open) {
            json.endArray();
        } else if (!removed) {
            json.beginArray(name).endArray();
        }
        return removed && !open;
    }

    /** Whether Cohere made what stands beside this seal, which then has nothing to say. */
    private static boolean isOwn(@Nullable ReasoningSeal seal) {
        return seal != null
                && seal.shown()
                && CohereChatSeal.isNative(seal.origin())
                && seal.signature() == null
                && seal.encrypted() == null;
    }

    /** The text of the piece's seal; {@code null} if it has none. */
    private static @Nullable String seal(RawJson piece) {
        if (!piece.isObject()) {
            return null;
        }
        try (JsonReader in = piece.reader()) {
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals(CohereChatSeal.MEMBER) && in.isString() && ReasoningSeal.isSeal(in.string())) {
                    return in.string();
                }
                in.skip();
            }
        }
        return null;
    }

    private static boolean isThought(RawJson piece) {
        try (JsonReader in = piece.reader()) {
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("type")) {
                    return in.isString() && in.string().equals("thinking");
                }
                in.skip();
            }
        }
        return false;
    }

    private static void bare(RawJson piece, JsonWriter json) {
        json.beginObject();
        try (JsonReader in = piece.reader()) {
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                RawJson value = in.raw();
                if (!name.equals(CohereChatSeal.MEMBER)) {
                    json.field(name, value);
                }
            }
        }
        json.endObject();
    }
}
