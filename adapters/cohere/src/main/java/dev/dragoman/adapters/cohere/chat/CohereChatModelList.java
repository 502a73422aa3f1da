// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.dialect.ModelListWriter;
import dev.dragoman.json.JsonWriter;
import java.util.List;

/**
 * {@code GET /v1/models} and {@code GET /v1/models/{model}}. Source: {@code GetModelResponse} of
 * {@code com.cohere:cohere-java} 1.9.3. What is not known of a model, such as its context, is left out.
 */
final class CohereChatModelList extends ModelListWriter {
    CohereChatModelList() {
        super("models");
    }

    @Override
    protected void entry(ModelEntry model, JsonWriter json) {
        json.beginObject().field("name", model.id()).field("is_deprecated", Boolean.FALSE);
        json.field("endpoints", List.of("chat")).field("finetuned", Boolean.FALSE);
        json.beginArray("default_endpoints").endArray().endObject();
    }
}
