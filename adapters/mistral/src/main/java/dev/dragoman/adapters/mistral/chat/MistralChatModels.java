// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.capability.ModelCatalog;
import dev.dragoman.capability.ModelTraits;
import dev.dragoman.dialect.EncodeContext;
import java.util.Optional;

/**
 * What Mistral's models take. The data lies in {@code dragoman/models/mistral.json}, after the lists of npm
 * {@code @ai-sdk/mistral} 4.0.87 and Mistral's guide on reasoning; a configuration may override it.
 */
final class MistralChatModels {
    private static final ModelCatalog CATALOG =
            ModelCatalog.load(MistralChatModels.class, "/dragoman/models/mistral.json");

    private MistralChatModels() {}

    static Optional<ModelTraits> of(String model, EncodeContext context) {
        Optional<ModelTraits> configured = context.models().find(model);
        return configured.isPresent() ? configured : CATALOG.find(model);
    }
}
