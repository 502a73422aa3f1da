// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.capability.ModelCatalog;
import dev.dragoman.capability.ModelTraits;
import dev.dragoman.dialect.EncodeContext;
import java.util.Optional;

/** What models that Ollama serves take. The data lies in {@code dragoman/models/ollama.json}; a configuration may override it. */
final class OllamaChatModels {
    private static final ModelCatalog CATALOG =
            ModelCatalog.load(OllamaChatModels.class, "/dragoman/models/ollama.json");

    private OllamaChatModels() {}

    static ModelTraits of(String model, EncodeContext context) {
        Optional<ModelTraits> configured = context.models().find(model);
        return configured.isPresent() ? configured.get() : CATALOG.find(model).orElse(ModelTraits.UNKNOWN);
    }
}
