// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.openai;

import com.openai.core.JsonValue;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import java.util.List;
import java.util.Map;

/** Tools that the tests offer. */
final class Tools {
    private Tools() {}

    /** A function of one required string. */
    static FunctionDefinition function(String name, String argument) {
        return FunctionDefinition.builder()
                .name(name)
                .description("A function for tests")
                .parameters(FunctionParameters.builder()
                        .putAdditionalProperty("type", JsonValue.from("object"))
                        .putAdditionalProperty("properties", JsonValue.from(Map.of(argument, Map.of("type", "string"))))
                        .putAdditionalProperty("required", JsonValue.from(List.of(argument)))
                        .putAdditionalProperty("additionalProperties", JsonValue.from(false))
                        .build())
                .strict(true)
                .build();
    }
}
