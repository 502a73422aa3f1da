// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.settings.OutputFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code response_format}: {@code text}, or {@code json_object} with or without {@code json_schema}. */
final class CohereChatFormatDecoder {
    /** Object that unknown members belong to. */
    static final String OBJECT = "response_format";

    private final Map<String, RawJson> unknown;
    private @Nullable OutputFormat format;

    CohereChatFormatDecoder(Map<String, RawJson> unknown) {
        this.unknown = unknown;
    }

    @Nullable OutputFormat format() {
        return format;
    }

    void decode(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        String path = in.path();
        int mark = in.mark();
        String type = null;
        RawJson schema = null;
        Map<String, RawJson> extra = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.string();
                // Some guides write the second name.
                case "json_schema", "schema" -> {
                    if (in.isNull()) {
                        in.skip();
                    } else if (in.isObject()) {
                        schema = in.raw();
                    } else {
                        throw in.mismatch("an object");
                    }
                }
                default -> extra.put(OBJECT + "." + in.name(), in.raw());
            }
        }
        if (type == null) {
            throw in.missing(path + ".type");
        }
        switch (type) {
            case "text" -> format = OutputFormat.TEXT;
            case "json_object" ->
                format = schema == null
                        ? OutputFormat.JSON_OBJECT
                        : new OutputFormat.JsonSchema(null, null, schema, Boolean.TRUE);
            default -> {
                format = new OutputFormat.Foreign(CohereChatDialect.ID, in.rawSince(mark));
                return;
            }
        }
        unknown.putAll(extra);
    }
}
