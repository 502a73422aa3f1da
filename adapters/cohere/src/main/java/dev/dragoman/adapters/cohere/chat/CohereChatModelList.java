// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.dialect.ModelListEncoder;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import java.util.List;

/**
 * {@code GET /v1/models} and {@code GET /v1/models/{model}}. Source: {@code GetModelResponse} of
 * {@code com.cohere:cohere-java} 1.9.3. What is not known of a model, such as its context, is left out.
 */
final class CohereChatModelList implements ModelListEncoder {
    @Override
    public byte[] encode(List<ModelEntry> models) {
        WireBuffer out = new WireBuffer(64 + 128 * models.size());
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().beginArray("models");
            models.forEach(model -> write(json, model));
            json.endArray().endObject();
        }
        return out.toBytes();
    }

    @Override
    public byte[] encode(ModelEntry model) {
        WireBuffer out = new WireBuffer(128);
        try (JsonWriter json = new JsonWriter(out)) {
            write(json, model);
        }
        return out.toBytes();
    }

    private static void write(JsonWriter json, ModelEntry model) {
        json.beginObject().field("name", model.id()).field("is_deprecated", Boolean.FALSE);
        json.field("endpoints", List.of("chat")).field("finetuned", Boolean.FALSE);
        json.beginArray("default_endpoints").endArray().endObject();
    }
}
