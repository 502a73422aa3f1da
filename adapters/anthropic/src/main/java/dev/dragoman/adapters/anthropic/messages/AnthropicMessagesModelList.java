// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.dialect.ModelListWriter;
import dev.dragoman.json.JsonWriter;
import java.time.Instant;
import java.util.List;

/** {@code GET /v1/models} and {@code GET /v1/models/{id}}. Source: {@code ModelInfo} of npm {@code @anthropic-ai/sdk} 1.11.0. */
final class AnthropicMessagesModelList extends ModelListWriter {
    AnthropicMessagesModelList() {
        super("data");
    }

    @Override
    protected void entry(ModelEntry model, JsonWriter json) {
        json.beginObject().field("type", "model").field("id", model.id()).field("display_name", model.id());
        json.field("created_at", Instant.ofEpochSecond(model.created()).toString());
        json.nullField("max_input_tokens").nullField("max_tokens");
        json.field("lifecycle", "active").nullField("deprecated_at").nullField("retires_at");
        json.nullField("line").nullField("capabilities").endObject();
    }

    @Override
    protected void tail(List<ModelEntry> models, JsonWriter json) {
        json.field("has_more", Boolean.FALSE);
        json.nullableField("first_id", models.isEmpty() ? null : models.get(0).id());
        json.nullableField(
                "last_id",
                models.isEmpty() ? null : models.get(models.size() - 1).id());
    }
}
