// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.TopLevelEdit;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.Map;

/**
 * A request that passes through: the model's name stands in the path, so the body does not change. Only blocks behind a seal are
 * looked at: the vendor's own reasoning is unsealed, that of others is taken out.
 */
final class BedrockConverseForwarder {
    private final String model;
    private final EncodeContext context;

    private BedrockConverseForwarder(String model, EncodeContext context) {
        this.model = model;
        this.context = context;
    }

    static EncodedRequest forward(WireRequest wire, String model, boolean stream, EncodeContext context) {
        byte[] body = new BedrockConverseForwarder(model, context).unsealed(wire.body());
        String path = stream ? BedrockConverseUri.converseStream(model) : BedrockConverseUri.converse(model);
        return new EncodedRequest(path, BedrockConverseRequestEncoder.headers(stream), body);
    }

    private byte[] unsealed(byte[] body) {
        if (!ReasoningSeal.mayBeIn(body)) {
            return body;
        }
        WireBuffer out = new WireBuffer(body.length);
        try (JsonReader in = JsonReader.request(body);
                JsonWriter json = new JsonWriter(out)) {
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("messages") && in.isArray()) {
                    messages(in, json);
                } else {
                    in.skip();
                }
            }
        }
        byte[] messages = out.toBytes();
        return messages.length == 0 ? body : TopLevelEdit.set(body, Map.of("messages", RawJson.parse(messages)));
    }

    private void messages(JsonReader in, JsonWriter json) {
        json.beginArray();
        in.beginArray();
        for (int i = 0; in.nextElement(); i++) {
            json.beginObject();
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                if (name.equals("content") && in.isArray()) {
                    json.beginArray(name);
                    content(in, json, "messages[" + i + "].content");
                    json.endArray();
                } else {
                    json.field(name, in.raw());
                }
            }
            json.endObject();
        }
        json.endArray();
    }

    private void content(JsonReader in, JsonWriter json, String path) {
        int written = 0;
        in.beginArray();
        for (int i = 0; in.nextElement(); i++) {
            RawJson block = in.raw();
            if (!ReasoningSeal.mayBeIn(block.toBytes())) {
                json.value(block);
                written++;
            } else {
                written += reasoning(block, json, path + "[" + i + "]");
            }
        }
        if (written == 0) {
            json.beginObject().field("text", "(empty)").endObject();
        }
    }

    /** Writes what may go on of a block that may be sealed; tells how many blocks that are. */
    private int reasoning(RawJson block, JsonWriter json, String path) {
        Losses losses = context.losses();
        Part part;
        boolean carrier;
        try (JsonReader in = block.reader()) {
            BedrockConverseBlock.Block read = BedrockConverseBlock.ofRequests().read(in);
            part = read.part();
            carrier = read.signatureOfNext() != null;
        }
        if (!carrier && !(part instanceof Reasoning)) {
            json.value(block);
            return 1;
        }
        Part fitted = carrier
                ? null
                : new BedrockConverseRequestFitter(context.vendor(), model)
                        .fit(part, Role.ASSISTANT, path, new Losses());
        if (fitted == null) {
            losses.dropped(path, "another vendor or model sealed it");
            return 0;
        }
        new BedrockConverseBlockEncoder(json).encode(fitted);
        return 1;
    }
}
