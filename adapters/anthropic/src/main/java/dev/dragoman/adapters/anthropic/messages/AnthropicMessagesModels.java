// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.capability.ModelCatalog;
import dev.dragoman.capability.ModelTraits;
import dev.dragoman.dialect.EncodeContext;
import java.util.Optional;

/** What Anthropic's models take. The data lies in {@code dragoman/models/anthropic.json}; a configuration may override it. */
final class AnthropicMessagesModels {
    private static final ModelCatalog CATALOG =
            ModelCatalog.load(AnthropicMessagesModels.class, "/dragoman/models/anthropic.json");

    private AnthropicMessagesModels() {}

    static ModelTraits of(String model, EncodeContext context) {
        Optional<ModelTraits> configured = context.models().find(model);
        return configured.isPresent() ? configured.get() : CATALOG.find(model).orElse(ModelTraits.UNKNOWN);
    }
}
