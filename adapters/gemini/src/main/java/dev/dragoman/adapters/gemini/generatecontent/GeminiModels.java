// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.capability.ModelCatalog;
import dev.dragoman.capability.ModelTraits;
import dev.dragoman.dialect.EncodeContext;
import java.util.Optional;

/**
 * What Gemini's models take. The data lies in {@code dragoman/models/gemini.json}; a configuration may override it. A name of
 * Gemini that nobody knows is taken for one of the newest generation.
 */
final class GeminiModels {
    /** Each step of the turn must begin with the signature that its first call had (Gemini 3). */
    static final String SIGNED_CALLS = "signed-calls";

    /** Media may stand inside of a function's response (Gemini 3). */
    static final String RESULT_MEDIA = "result-media";

    /** The resolution can be said of each picture (Gemini 3). */
    static final String PART_RESOLUTION = "part-resolution";

    /** Penalties are refused (2.5). */
    static final String NO_PENALTIES = "no-penalties";

    /** JSON cannot be asked for together with tools (before 3). */
    static final String NO_JSON_WITH_TOOLS = "no-json-with-tools";

    /** Functions and Google's own tools do not mix (before 3). */
    static final String NO_MIXED_TOOLS = "no-mixed-tools";

    /** Media are not fetched from an address of the web (2.0). */
    static final String NO_ADDRESS_MEDIA = "no-address-media";

    /**
     * Up to {@value #MOST_CANDIDATES} candidates are made (2.x). Newer models answer "Multiple candidates is not enabled for this
     * model". Source: issue 1609 of googleapis/js-genai, read 2026-11-25.
     */
    static final String MANY_CANDIDATES = "many-candidates";

    /** Most candidates of one call. */
    static final int MOST_CANDIDATES = 8;

    private static final ModelCatalog CATALOG = ModelCatalog.load(GeminiModels.class, "/dragoman/models/gemini.json");

    private GeminiModels() {}

    static ModelTraits of(String model, EncodeContext context) {
        Optional<ModelTraits> configured = context.models().find(model);
        return configured.isPresent() ? configured.get() : CATALOG.find(model).orElse(ModelTraits.UNKNOWN);
    }
}
