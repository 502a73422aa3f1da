// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.dialect.ModelListWriter;
import dev.dragoman.json.JsonWriter;

/**
 * The list of models as {@code ListFoundationModels} and {@code GetFoundationModel} of Bedrock's control plane tell it. Source:
 * botocore 1.43.107, service model {@code bedrock} 2023-04-20.
 */
final class BedrockConverseModelList extends ModelListWriter {
    BedrockConverseModelList() {
        super("modelSummaries");
    }

    @Override
    protected void entry(ModelEntry model, JsonWriter json) {
        json.beginObject();
        write(json, model);
    }

    @Override
    protected void alone(ModelEntry model, JsonWriter json) {
        json.beginObject().beginObject("modelDetails");
        write(json, model);
        json.endObject();
    }

    private static void write(JsonWriter json, ModelEntry model) {
        json.field("modelArn", "arn:aws:bedrock:::foundation-model/" + model.id());
        json.field("modelId", model.id()).field("modelName", model.id()).field("providerName", model.owner());
        json.field("responseStreamingSupported", Boolean.TRUE);
        json.beginObject("modelLifecycle").field("status", "ACTIVE").endObject();
        json.endObject();
    }
}
