// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.schema.SchemaCompiler;
import dev.dragoman.schema.SchemaRules;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Cohere takes of JSON Schema where the answer must fit it. Source: "Structured outputs" of Cohere's documentation. */
final class CohereChatSchemas {
    private static final SchemaRules STRICT = new SchemaRules(
            "Cohere",
            Set.of(
                    "allOf",
                    "not",
                    "minimum",
                    "maximum",
                    "exclusiveMinimum",
                    "exclusiveMaximum",
                    "multipleOf",
                    "minItems",
                    "maxItems",
                    "minLength",
                    "maxLength",
                    "uniqueItems",
                    "minProperties",
                    "maxProperties",
                    "patternProperties",
                    "propertyNames",
                    "prefixItems",
                    "contains",
                    "minContains",
                    "maxContains",
                    "if",
                    "then",
                    "else",
                    "dependentRequired",
                    "dependentSchemas",
                    "unevaluatedProperties",
                    "unevaluatedItems"),
            false,
            false,
            0,
            true,
            true,
            true,
            true,
            Set.of("date-time", "uuid", "date", "time"),
            Set.of("^", "$", "?=", "?!"));

    private CohereChatSchemas() {}

    /** The schema as it can be sent; {@code null} if it cannot: its top is no object that lists its members. */
    static @Nullable RawJson strict(@Nullable RawJson schema, String path, Losses losses) {
        return schema != null && schema.isObject() && listsMembers(schema)
                ? SchemaCompiler.compile(schema, STRICT, path, losses)
                : null;
    }

    /** Whether this is the schema of an object with at least one property. */
    static boolean listsMembers(RawJson schema) {
        boolean object = true;
        boolean members = false;
        try (JsonReader in = schema.reader()) {
            in.beginObject();
            while (in.nextField()) {
                switch (in.name()) {
                    case "type" -> {
                        object = in.isString() && in.string().equals("object");
                        if (!object) {
                            in.skip();
                        }
                    }
                    case "properties" -> {
                        if (in.isObject()) {
                            in.beginObject();
                            while (in.nextField()) {
                                members = true;
                                in.skip();
                            }
                        } else {
                            in.skip();
                        }
                    }
                    default -> in.skip();
                }
            }
        }
        return object && members;
    }
}
