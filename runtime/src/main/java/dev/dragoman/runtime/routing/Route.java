// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.routing;

import dev.dragoman.runtime.provider.Provider;
import java.util.Objects;

/**
 * Who serves a model.
 *
 * @param provider who serves it
 * @param model the provider's own name of it
 */
public record Route(Provider provider, String model) {
    /** Checks that nothing required is missing. */
    public Route {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
    }

    /** As users write it: {@code provider/model}. */
    public String name() {
        return provider.name() + '/' + model;
    }
}
