// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

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
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that passes through: the model stands in the path, and in the body only where a client wrote it there too. Seals become
 * the signatures that they hold, if the vendor issued them; thoughts that another vendor sealed are taken out.
 */
final class GeminiForwarder {
    private static final byte[] SEAL = GeminiSeal.mark();
    private static final byte[] MODEL = "\"model\"".getBytes(StandardCharsets.US_ASCII);

    private GeminiForwarder() {}

    static EncodedRequest forward(WireRequest wire, String model, boolean stream, EncodeContext context) {
        return new EncodedRequest(GeminiEndpoint.of(stream).path(model), Map.of(), body(wire.body(), model, context));
    }

    static byte[] body(byte[] body, String model, EncodeContext context) {
        boolean seals = holds(body, SEAL);
        if (!seals && !holds(body, MODEL)) {
            return body;
        }
        Map<String, RawJson> changes = new LinkedHashMap<>();
        try (JsonReader in = JsonReader.request(body)) {
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                String camel = GeminiNames.camel(name);
                if (camel.equals("model")) {
                    changes.put(name, RawJson.string(GeminiEndpoint.resource(model)));
                    in.skip();
                } else if (camel.equals(GeminiTokenCounts.WRAPPER) && in.isObject()) {
                    byte[] inner = in.raw().toBytes();
                    changes.put(name, RawJson.parse(body(inner, model, context)));
                } else if (camel.equals("contents") && seals && in.isArray()) {
                    changes.put(name, new Unsealing(name, model, context).contents(in));
                } else {
                    in.skip();
                }
            }
        }
        return changes.isEmpty() ? body : TopLevelEdit.set(body, changes);
    }

    private static boolean holds(byte[] body, byte[] mark) {
        int last = body.length - mark.length;
        for (int i = 0; i <= last; i++) {
            int matched = 0;
            while (matched < mark.length && body[i + matched] == mark[matched]) {
                matched++;
            }
            if (matched == mark.length) {
                return true;
            }
        }
        return false;
    }

    private record Unsealing(String path, String model, EncodeContext context) {
        RawJson contents(JsonReader in) {
            WireBuffer out = new WireBuffer(1024);
            try (JsonWriter json = new JsonWriter(out)) {
                boolean[] foreign = new boolean[1];
                json.beginArray();
                in.beginArray();
                for (int i = 0; in.nextElement(); i++) {
                    RawJson content = content(in.raw(), path + "[" + i + "]", foreign);
                    if (content != null) {
                        json.value(content);
                    }
                }
                json.endArray();
            }
            return RawJson.written(out);
        }

        /** The content as the vendor takes it; {@code null} if nothing is left of it. */
        private @Nullable RawJson content(RawJson content, String place, boolean[] foreign) {
            if (!content.isObject()) {
                return content;
            }
            WireBuffer out = new WireBuffer(512);
            boolean empty = false;
            try (JsonReader in = content.reader();
                    JsonWriter json = new JsonWriter(out)) {
                json.beginObject();
                in.beginObject();
                while (in.nextField()) {
                    String name = in.name();
                    if (!name.equals("parts") || !in.isArray()) {
                        json.field(name, in.raw());
                        continue;
                    }
                    int dropped = 0;
                    int number = 0;
                    json.beginArray(name);
                    in.beginArray();
                    while (in.nextElement()) {
                        RawJson part = part(in.raw(), place + ".parts[" + number++ + "]", foreign);
                        if (part == null) {
                            dropped++;
                        } else {
                            json.value(part);
                        }
                    }
                    json.endArray();
                    empty = dropped > 0 && dropped == number;
                }
                json.endObject();
            }
            return empty ? null : RawJson.written(out);
        }

        /** The part as the vendor takes it; {@code null} if it is a thought of another one. */
        private @Nullable RawJson part(RawJson part, String place, boolean[] foreign) {
            Losses losses = context.losses();
            ReasoningSeal seal = GeminiSeal.read(signature(part));
            boolean thought = part.isObject() && isThought(part);
            if (seal == null) {
                if (thought && foreign[0]) {
                    losses.dropped(place, "another vendor thought it");
                    return null;
                }
                return part;
            }
            boolean own = GeminiSeal.issuedBy(seal.origin(), context.vendor(), model);
            foreign[0] = thought && seal.next() && !own;
            if (thought && !own) {
                losses.dropped(place, "another vendor sealed it");
                return null;
            }
            if (!own) {
                losses.dropped(place + ".thoughtSignature", "another vendor signed it");
            }
            return withSignature(part, own ? seal.signature() : null);
        }

        private static boolean isThought(RawJson part) {
            try (JsonReader in = part.reader()) {
                in.beginObject();
                while (in.nextField()) {
                    if (in.name().equals("thought")) {
                        return in.raw().equals(RawJson.TRUE);
                    }
                    in.skip();
                }
            }
            return false;
        }

        private static @Nullable String signature(RawJson part) {
            if (!part.isObject()) {
                return null;
            }
            try (JsonReader in = part.reader()) {
                in.beginObject();
                while (in.nextField()) {
                    if (GeminiNames.camel(in.name()).equals("thoughtSignature") && in.isString()) {
                        return in.string();
                    }
                    in.skip();
                }
            }
            return null;
        }

        private static RawJson withSignature(RawJson part, @Nullable String signature) {
            WireBuffer out = new WireBuffer(256);
            try (JsonReader in = part.reader();
                    JsonWriter json = new JsonWriter(out)) {
                json.beginObject();
                in.beginObject();
                while (in.nextField()) {
                    String name = in.name();
                    if (GeminiNames.camel(name).equals("thoughtSignature")) {
                        json.field(name, signature);
                        in.skip();
                    } else {
                        json.field(name, in.raw());
                    }
                }
                json.endObject();
            }
            return RawJson.written(out);
        }
    }
}
