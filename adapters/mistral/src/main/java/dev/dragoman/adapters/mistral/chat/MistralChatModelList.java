// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.dialect.ModelListWriter;
import dev.dragoman.json.JsonWriter;

/**
 * {@code GET /v1/models} and {@code GET /v1/models/{id}}. Of a foreign model
 * nobody here knows more; the official SDK has values of its own for what is left out. Source: {@code BaseModelCard} and {@code ModelCapabilities} of
 * {@code @mistralai/mistralai} 2.7.0.
 */
final class MistralChatModelList extends ModelListWriter {
    MistralChatModelList() {
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
