// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.dialect.ModelListWriter;
import dev.dragoman.json.JsonWriter;
import java.time.Instant;
import java.util.List;

/**
 * {@code GET /api/tags}, and {@code POST /api/show} for one model. What only files on a disk have, such as a size and a digest, is
 * empty. Source: {@code api.ListModelResponse} and {@code api.ShowResponse} of {@code ollama/ollama}, 2026-08-21.
 */
final class OllamaChatModelList extends ModelListWriter {
    /** What a model surely can be asked here; clients offer no tools to models without them. */
    private static final List<String> CAPABILITIES = List.of("completion", "tools");

    OllamaChatModelList() {
        super("models");
    }

    @Override
    protected void entry(ModelEntry model, JsonWriter json) {
        json.beginObject().field("name", model.id()).field("model", model.id());
        json.field("modified_at", time(model)).field("size", 0L).field("digest", "");
        details(model, json);
        json.field("capabilities", CAPABILITIES).endObject();
    }

    @Override
    protected void alone(ModelEntry model, JsonWriter json) {
        json.beginObject();
        details(model, json);
        json.beginObject("model_info").field("general.architecture", model.owner());
        json.endObject();
        json.field("capabilities", CAPABILITIES);
        json.field("modified_at", time(model)).endObject();
    }

    private static String time(ModelEntry model) {
        return Instant.ofEpochSecond(model.created()).toString();
    }

    private static void details(ModelEntry model, JsonWriter json) {
        json.beginObject("details").field("parent_model", "").field("format", "");
        json.field("family", model.owner()).field("families", List.of(model.owner()));
        json.field("parameter_size", "").field("quantization_level", "").endObject();
    }
}
