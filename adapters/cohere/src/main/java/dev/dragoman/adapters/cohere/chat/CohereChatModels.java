// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.capability.ModelCatalog;
import dev.dragoman.capability.ModelTraits;
import dev.dragoman.dialect.EncodeContext;
import java.util.Optional;

/** What Cohere's models take. The data lies in {@code dragoman/models/cohere.json}; a configuration may override it. */
final class CohereChatModels {
    private static final ModelCatalog CATALOG =
            ModelCatalog.load(CohereChatModels.class, "/dragoman/models/cohere.json");

    private CohereChatModels() {}

    static ModelTraits of(String model, EncodeContext context) {
        Optional<ModelTraits> configured = context.models().find(model);
        return configured.isPresent() ? configured.get() : CATALOG.find(model).orElse(ModelTraits.UNKNOWN);
    }
}
