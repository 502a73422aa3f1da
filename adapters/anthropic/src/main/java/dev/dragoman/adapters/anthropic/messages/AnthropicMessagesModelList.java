// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.dialect.ModelListEncoder;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import java.time.Instant;
import java.util.List;

/** {@code GET /v1/models} and {@code GET /v1/models/{id}}. Source: {@code ModelInfo} of npm {@code @anthropic-ai/sdk} 1.11.0. */
final class AnthropicMessagesModelList implements ModelListEncoder {
    @Override
    public byte[] encode(List<ModelEntry> models) {
        WireBuffer out = new WireBuffer(64 + 160 * models.size());
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().beginArray("data");
            models.forEach(model -> write(json, model));
            json.endArray().field("has_more", Boolean.FALSE);
            json.nullableField(
                    "first_id", models.isEmpty() ? null : models.get(0).id());
            json.nullableField(
                    "last_id",
                    models.isEmpty() ? null : models.get(models.size() - 1).id());
            json.endObject();
        }
        return out.toBytes();
    }

    @Override
    public byte[] encode(ModelEntry model) {
        WireBuffer out = new WireBuffer(160);
        try (JsonWriter json = new JsonWriter(out)) {
            write(json, model);
        }
        return out.toBytes();
    }

    private static void write(JsonWriter json, ModelEntry model) {
        json.beginObject().field("type", "model").field("id", model.id()).field("display_name", model.id());
        json.field("created_at", Instant.ofEpochSecond(model.created()).toString());
        json.nullField("max_input_tokens").nullField("max_tokens");
        json.field("lifecycle", "active").nullField("deprecated_at").nullField("retires_at");
        json.nullField("line").nullField("capabilities").endObject();
    }
}
