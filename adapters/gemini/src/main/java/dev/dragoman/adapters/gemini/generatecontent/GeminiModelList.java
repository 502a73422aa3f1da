// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.dialect.ModelListEncoder;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import java.util.List;

/** {@code GET /v1beta/models} and {@code GET /v1beta/models/{id}}. Source: {@code Model} of npm {@code @google/genai} 3.1.0. */
final class GeminiModelList implements ModelListEncoder {
    private static final List<String> METHODS = List.of("generateContent", "streamGenerateContent", "countTokens");

    @Override
    public byte[] encode(List<ModelEntry> models) {
        WireBuffer out = new WireBuffer(64 + 160 * models.size());
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().beginArray("models");
            models.forEach(model -> write(json, model));
            json.endArray().endObject();
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
        json.beginObject().field("name", GeminiEndpoint.resource(model.id()));
        json.field("displayName", model.id()).field("description", "Served by " + model.owner());
        json.field("supportedGenerationMethods", METHODS).endObject();
    }
}
