// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.settings.OutputFormat;
import org.jspecify.annotations.Nullable;

/** {@code outputConfig.textFormat}: a schema as text inside of a string. */
final class BedrockConverseOutputFormat {
    private @Nullable String type;
    private @Nullable RawJson schema;
    private @Nullable String name;
    private @Nullable String description;
    private boolean strange;

    private BedrockConverseOutputFormat() {}

    /** The format; {@code null} for JSON {@code null}. One that nobody knows is kept whole. */
    static @Nullable OutputFormat decode(JsonReader in) {
        if (in.isNull()) {
            return null;
        }
        String path = in.path();
        int mark = in.mark();
        BedrockConverseOutputFormat format = new BedrockConverseOutputFormat();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> format.type = in.string();
                case "structure" -> format.structure(in);
                default -> {
                    format.strange = true;
                    in.skip();
                }
            }
        }
        if (format.type == null && !format.strange) {
            throw in.missing(path + ".type");
        }
        if (!"json_schema".equals(format.type) || format.strange) {
            return new OutputFormat.Foreign(BedrockConverseDialect.ID, in.rawSince(mark));
        }
        if (format.schema == null) {
            throw in.missing(path + ".structure.jsonSchema.schema");
        }
        return new OutputFormat.JsonSchema(format.name, format.description, format.schema, Boolean.TRUE);
    }

    private void structure(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("jsonSchema") && !in.isNull()) {
                jsonSchema(in);
            } else {
                strange |= !in.isNull();
                in.skip();
            }
        }
    }

    private void jsonSchema(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "schema" -> schema = schema(in);
                case "name" -> name = in.stringOrNull();
                case "description" -> description = in.stringOrNull();
                default -> {
                    strange |= !in.isNull();
                    in.skip();
                }
            }
        }
    }

    private static RawJson schema(JsonReader in) {
        try {
            RawJson json = RawJson.parse(in.string());
            if (json.isObject()) {
                return json;
            }
        } catch (IllegalArgumentException e) {
            throw in.invalid("the schema is the text of a JSON object");
        }
        throw in.invalid("the schema is the text of a JSON object");
    }

    /** Writes a format of this schema. */
    static void encode(OutputFormat.JsonSchema format, RawJson schema, JsonWriter json) {
        json.beginObject("textFormat").field("type", "json_schema").beginObject("structure");
        json.beginObject("jsonSchema").field("schema", schema.toString());
        json.field("name", format.name()).field("description", format.description());
        json.endObject().endObject().endObject();
    }
}
