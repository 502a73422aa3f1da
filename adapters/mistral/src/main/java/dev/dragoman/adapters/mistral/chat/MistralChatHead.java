// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Members that every answer of this dialect has; made up where the vendor gave none. */
final class MistralChatHead {
    private MistralChatHead() {}

    /** Writes them into the object being written. */
    static void write(
            @Nullable String id,
            String object,
            @Nullable Long created,
            @Nullable String model,
            EncodeContext context,
            JsonWriter json) {
        json.field("id", id != null ? id : context.ids().get());
        json.field("object", object);
        json.field(
                "created",
                created != null ? created : (Long) context.clock().instant().getEpochSecond());
        String name = model != null ? model : context.model();
        json.field("model", name != null ? name : "unknown");
    }
}
