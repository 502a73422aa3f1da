// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.routing;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.runtime.provider.Provider;
import dev.dragoman.runtime.provider.ProviderCall;
import java.util.List;

/** A provider that has a name and nothing else. */
record NamedProvider(String name, List<String> models) implements Provider {
    @Override
    public String adapter() {
        return name;
    }

    @Override
    public boolean speaks(Dialect dialect) {
        return false;
    }

    @Override
    public ProviderCall call(ChatRequest request, Losses losses) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProviderCall forward(WireRequest wire, ChatRequest request, String model, Losses losses) {
        throw new UnsupportedOperationException();
    }
}
