// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import java.util.List;

/** Writes lists of models as all dialects do: an object with an array of them. Immutable. */
public abstract class ModelListWriter implements ModelListEncoder {
    private static final int BYTES_A_MODEL = 256;

    private final String member;

    /** @param member name of the array */
    protected ModelListWriter(String member) {
        this.member = member;
    }

    @Override
    public final byte[] encode(List<ModelEntry> models) {
        WireBuffer out = new WireBuffer(BYTES_A_MODEL * (models.size() + 1));
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            head(json);
            json.beginArray(member);
            models.forEach(model -> entry(model, json));
            json.endArray();
            tail(models, json);
            json.endObject();
        }
        return out.toBytes();
    }

    @Override
    public final byte[] encode(ModelEntry model) {
        WireBuffer out = new WireBuffer(BYTES_A_MODEL);
        try (JsonWriter json = new JsonWriter(out)) {
            alone(model, json);
        }
        return out.toBytes();
    }

    /** Writes the object of a model in the list. */
    protected abstract void entry(ModelEntry model, JsonWriter json);

    /** Writes the body of a single model, by default what stands in the list. */
    protected void alone(ModelEntry model, JsonWriter json) {
        entry(model, json);
    }

    /** Writes members that stand before the array; none by default. */
    protected void head(JsonWriter json) {}

    /** Writes members that stand behind the array; none by default. */
    protected void tail(List<ModelEntry> models, JsonWriter json) {}
}
