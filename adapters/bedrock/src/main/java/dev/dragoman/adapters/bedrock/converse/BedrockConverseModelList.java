// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.dialect.ModelListEncoder;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import java.util.List;

/**
 * The list of models as {@code ListFoundationModels} and {@code GetFoundationModel} of Bedrock's control plane tell it. Source:
 * botocore 1.43.107, service model {@code bedrock} 2023-04-20.
 */
final class BedrockConverseModelList implements ModelListEncoder {
    @Override
    public byte[] encode(List<ModelEntry> models) {
        WireBuffer out = new WireBuffer(64 + 160 * models.size());
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().beginArray("modelSummaries");
            models.forEach(model -> write(json.beginObject(), model));
            json.endArray().endObject();
        }
        return out.toBytes();
    }

    @Override
    public byte[] encode(ModelEntry model) {
        WireBuffer out = new WireBuffer(160);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            write(json.beginObject("modelDetails"), model);
            json.endObject();
        }
        return out.toBytes();
    }

    private static void write(JsonWriter json, ModelEntry model) {
        json.field("modelArn", "arn:aws:bedrock:::foundation-model/" + model.id());
        json.field("modelId", model.id()).field("modelName", model.id()).field("providerName", model.owner());
        json.field("responseStreamingSupported", Boolean.TRUE);
        json.beginObject("modelLifecycle").field("status", "ACTIVE").endObject();
        json.endObject();
    }
}
