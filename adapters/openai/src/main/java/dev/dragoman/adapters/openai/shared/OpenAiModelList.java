// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.shared;

import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.dialect.ModelListWriter;
import dev.dragoman.json.JsonWriter;

/** {@code GET /models} and {@code GET /models/{id}}. Source: openai-java 4.100.0, {@code models.Model}. */
public final class OpenAiModelList extends ModelListWriter {
    /** The list of both dialects. */
    public OpenAiModelList() {
        super("data");
    }

    @Override
    protected void head(JsonWriter json) {
        json.field("object", "list");
    }

    @Override
    protected void entry(ModelEntry model, JsonWriter json) {
        json.beginObject()
                .field("id", model.id())
                .field("object", "model")
                .field("created", (Long) model.created())
                .field("owned_by", model.owner())
                .endObject();
    }
}
