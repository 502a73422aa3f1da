// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.TopLevelEdit;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.prepare.ReasoningSeal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that passes through: only the model's name changes. What another vendor answered before is fitted: thinking chunks
 * that it sealed are taken out, and ids of its calls get the form that Mistral demands. A seal around what this vendor made is
 * opened.
 */
final class MistralChatForwarder {
    /** Stands in each body that holds calls or their results. */
    private static final byte[] CALLS = "\"tool_call".getBytes(StandardCharsets.US_ASCII);

    private final @Nullable String vendor;
    private final String model;
    private final Losses losses;
    private boolean changed;

    private MistralChatForwarder(@Nullable String vendor, String model, Losses losses) {
        this.vendor = vendor;
        this.model = model;
        this.losses = losses;
    }

    static EncodedRequest forward(WireRequest wire, String model, boolean stream, EncodeContext context) {
        Map<String, RawJson> changes = new LinkedHashMap<>();
        changes.put("model", RawJson.string(model));
        MistralChatForwarder forwarder = new MistralChatForwarder(context.vendor(), model, context.losses());
        if (ReasoningSeal.mayBeIn(wire.body()) || holdsCalls(wire.body())) {
            RawJson messages = forwarder.fitted(wire.body());
            if (messages != null) {
                changes.put("messages", messages);
            }
        }
        return new EncodedRequest(MistralChatDialect.PATH, Map.of(), TopLevelEdit.set(wire.body(), changes));
    }

    private static boolean holdsCalls(byte[] body) {
        int last = body.length - CALLS.length;
        for (int i = 0; i <= last; i++) {
            int matched = 0;
            while (matched < CALLS.length && body[i + matched] == CALLS[matched]) {
                matched++;
            }
            if (matched == CALLS.length) {
                return true;
            }
        }
        return false;
    }

    /** The messages as the vendor takes them; {@code null} if they may go as they are. */
    private @Nullable RawJson fitted(byte[] body) {
        WireBuffer out = new WireBuffer(body.length);
        try (JsonReader in = JsonReader.request(body);
                JsonWriter json = new JsonWriter(out)) {
            in.beginObject();
            while (in.nextField()) {
                if (!in.name().equals("messages") || !in.isArray()) {
                    in.skip();
                    continue;
                }
                json.beginArray();
                in.beginArray();
                for (int i = 0; in.nextElement(); i++) {
                    message(in, json, "messages[" + i + "]");
                }
                json.endArray();
                break;
            }
        }
        return changed ? RawJson.written(out) : null;
    }

    private void message(JsonReader in, JsonWriter json, String path) {
        json.beginObject();
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            if (name.equals("content") && in.isArray()) {
                content(in, json, path + ".content");
            } else if (name.equals("tool_calls") && in.isArray()) {
                json.beginArray(name);
                in.beginArray();
                for (int i = 0; in.nextElement(); i++) {
                    call(in, json, path + ".tool_calls[" + i + "]");
                }
                json.endArray();
            } else if (name.equals("tool_call_id") && in.isString()) {
                json.field(name, id(in.string(), path + ".tool_call_id"));
            } else {
                json.field(name, in.raw());
            }
        }
        json.endObject();
    }

    private void content(JsonReader in, JsonWriter json, String path) {
        List<RawJson> kept = new ArrayList<>();
        in.beginArray();
        for (int i = 0; in.nextElement(); i++) {
            RawJson chunk = fitted(in.raw(), path + "[" + i + "]");
            if (chunk != null) {
                kept.add(chunk);
            }
        }
        if (kept.isEmpty()) {
            json.field("content", "");
            return;
        }
        json.beginArray("content");
        kept.forEach(json::value);
        json.endArray();
    }

    private void call(JsonReader in, JsonWriter json, String path) {
        if (!in.isObject()) {
            json.value(in.raw());
            return;
        }
        json.beginObject();
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("id") && in.isString()) {
                json.field("id", id(in.string(), path + ".id"));
            } else {
                json.field(in.name(), in.raw());
            }
        }
        json.endObject();
    }

    /** Ids of another vendor's calls are of another form. */
    private String id(String id, String path) {
        if (id.isEmpty() || id.equals("null") || MistralChatRequestEncoder.CALL_IDS.accepts(id)) {
            return id;
        }
        changed = true;
        losses.add(LossKind.EMULATED, Severity.NOTE, path, "ids of calls are written otherwise there");
        return MistralChatRequestEncoder.CALL_IDS.idOf(id);
    }

    private @Nullable RawJson fitted(RawJson chunk, String path) {
        String signature = signature(chunk);
        if (!ReasoningSeal.isSeal(signature)) {
            return chunk;
        }
        changed = true;
        ReasoningSeal seal = ReasoningSeal.read(signature);
        boolean own = seal != null
                && seal.shown()
                && seal.ofPart() == null
                && MistralChatNative.issuedBy(seal.origin(), vendor);
        if (seal == null || !own) {
            losses.dropped(path, "another vendor sealed it");
            return null;
        }
        boolean signed = MistralChatNative.signedFor(seal.origin(), model);
        return withSignature(chunk, signed ? seal.signature() : null);
    }

    private static @Nullable String signature(RawJson chunk) {
        if (!chunk.isObject()) {
            return null;
        }
        String signature = null;
        try (JsonReader in = chunk.reader()) {
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("signature") && in.isString()) {
                    signature = in.string();
                } else {
                    in.skip();
                }
            }
        }
        return signature;
    }

    private static RawJson withSignature(RawJson chunk, @Nullable String signature) {
        WireBuffer out = new WireBuffer(256);
        try (JsonReader in = chunk.reader();
                JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("signature")) {
                    json.field("signature", signature);
                    in.skip();
                } else {
                    json.field(in.name(), in.raw());
                }
            }
            json.endObject();
        }
        return RawJson.written(out);
    }
}
