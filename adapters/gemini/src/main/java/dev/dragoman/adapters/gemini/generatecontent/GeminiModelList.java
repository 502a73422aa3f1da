// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.dialect.ModelListWriter;
import dev.dragoman.json.JsonWriter;
import java.util.List;

/** {@code GET /v1beta/models} and {@code GET /v1beta/models/{id}}. Source: {@code Model} of npm {@code @google/genai} 3.1.0. */
final class GeminiModelList extends ModelListWriter {
    private static final List<String> METHODS = List.of("generateContent", "streamGenerateContent", "countTokens");

    GeminiModelList() {
        super("models");
    }

    @Override
    protected void entry(ModelEntry model, JsonWriter json) {
        json.beginObject().field("name", GeminiEndpoint.resource(model.id()));
        json.field("displayName", model.id()).field("description", "Served by " + model.owner());
        json.field("supportedGenerationMethods", METHODS).endObject();
    }
}
