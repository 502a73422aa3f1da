// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.capability.ModelCatalog;
import dev.dragoman.capability.ModelTraits;
import dev.dragoman.dialect.EncodeContext;
import java.util.Optional;

/** What models on Bedrock take. The data lies in {@code dragoman/models/bedrock.json}; a configuration may override it. */
final class BedrockConverseModels {
    private static final ModelCatalog CATALOG =
            ModelCatalog.load(BedrockConverseModels.class, "/dragoman/models/bedrock.json");

    private BedrockConverseModels() {}

    static ModelTraits of(String model, EncodeContext context) {
        Optional<ModelTraits> configured = context.models().find(model);
        return configured.isPresent() ? configured.get() : CATALOG.find(model).orElse(ModelTraits.UNKNOWN);
    }
}
