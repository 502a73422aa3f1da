// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.dialect.ModelListEncoder;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import java.util.List;

/**
 * {@code GET /v1/models} and {@code GET /v1/models/{id}}. Of a foreign model
 * nobody here knows more; the official SDK has values of its own for what is left out. Source: {@code BaseModelCard} and {@code ModelCapabilities} of
 * {@code @mistralai/mistralai} 2.7.0.
 */
final class MistralChatModelList implements ModelListEncoder {
    @Override
    public byte[] encode(List<ModelEntry> models) {
        WireBuffer out = new WireBuffer(64 + 256 * models.size());
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("object", "list").beginArray("data");
            models.forEach(model -> write(json, model));
            json.endArray().endObject();
        }
        return out.toBytes();
    }

    @Override
    public byte[] encode(ModelEntry model) {
        WireBuffer out = new WireBuffer(256);
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
                .field("owned_by", model.owner());
        json.beginObject("capabilities")
                .field("completion_chat", Boolean.TRUE)
                .field("function_calling", Boolean.TRUE)
                .field("completion_fim", Boolean.FALSE)
                .field("fine_tuning", Boolean.FALSE)
                .field("vision", Boolean.TRUE)
                .endObject();
        json.field("name", model.id()).field("type", "base").endObject();
    }
}
