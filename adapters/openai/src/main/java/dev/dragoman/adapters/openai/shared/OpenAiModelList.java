// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.shared;

import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.dialect.ModelListEncoder;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import java.util.List;

/** {@code GET /models} and {@code GET /models/{id}}. Source: openai-java 4.100.0, {@code models.Model}. */
public final class OpenAiModelList implements ModelListEncoder {
    @Override
    public byte[] encode(List<ModelEntry> models) {
        WireBuffer out = new WireBuffer(64 + 96 * models.size());
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("object", "list").beginArray("data");
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
        json.beginObject()
                .field("id", model.id())
                .field("object", "model")
                .field("created", (Long) model.created())
                .field("owned_by", model.owner())
                .endObject();
    }
}
