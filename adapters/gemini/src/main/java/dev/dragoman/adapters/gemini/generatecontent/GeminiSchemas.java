// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.schema.SchemaCompiler;
import dev.dragoman.schema.SchemaRules;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of JSON Schema the fields {@code parametersJsonSchema} and {@code responseJsonSchema} honour. Source: their description in
 * npm {@code @google/genai} 3.1.0.
 */
final class GeminiSchemas {
    private static final SchemaRules HONOURED = new SchemaRules(
            "Gemini",
            Set.of(
                    "allOf",
                    "not",
                    "if",
                    "then",
                    "else",
                    "dependentSchemas",
                    "dependentRequired",
                    "patternProperties",
                    "propertyNames",
                    "unevaluatedProperties",
                    "unevaluatedItems",
                    "contains",
                    "minContains",
                    "maxContains",
                    "uniqueItems",
                    "multipleOf",
                    "exclusiveMinimum",
                    "exclusiveMaximum",
                    "minLength",
                    "maxLength",
                    "pattern",
                    "minProperties",
                    "maxProperties"),
            false,
            true,
            Integer.MAX_VALUE,
            true,
            false,
            false);

    private GeminiSchemas() {}

    /** The schema as the vendor takes it; {@code null} if it refers to another place, which is not reported. */
    static @Nullable RawJson compile(RawJson schema, String path, Losses losses) {
        return SchemaCompiler.compile(schema, HONOURED, path, losses);
    }
}
