// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.startup;

import dev.dragoman.runtime.config.DragomanConfig;
import dev.dragoman.runtime.provider.Provider;
import dev.dragoman.runtime.provider.Providers;
import dev.dragoman.runtime.routing.Route;
import dev.dragoman.runtime.routing.Router;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads aliases and the default provider. */
final class RouterReader {
    private final DragomanConfig config;
    private final Providers providers;

    RouterReader(DragomanConfig config, Providers providers) {
        this.config = config;
        this.providers = providers;
    }

    Router read() {
        Map<String, Route> aliases = new LinkedHashMap<>();
        config.model().forEach((alias, model) -> aliases.put(alias, target(alias, model.targets())));
        return new Router(providers, aliases, defaultProvider());
    }

    private Route target(String alias, List<String> targets) {
        String property = "quarkus.dragoman.model.\"" + alias + "\".targets";
        if (targets.size() != 1) {
            throw wrong(
                    property,
                    "has " + targets.size()
                            + " models: an alias stands for exactly one, pools of several come with a later release");
        }
        String target = targets.get(0).strip();
        int slash = target.indexOf('/');
        Provider provider = slash < 0 ? null : providers.find(target.substring(0, slash));
        if (provider == null || slash == target.length() - 1) {
            throw wrong(
                    property, "is '" + target + "': write it as provider/model, with one of the providers " + names());
        }
        return new Route(provider, target.substring(slash + 1));
    }

    private @Nullable Provider defaultProvider() {
        if (config.defaultProvider().isEmpty()) {
            return null;
        }
        String name = config.defaultProvider().get();
        Provider provider = providers.find(name);
        if (provider == null) {
            throw wrong(
                    "quarkus.dragoman.default-provider",
                    "is '" + name + "', but no provider of that name is configured: there are " + names());
        }
        return provider;
    }

    private String names() {
        return String.join(", ", providers.all().keySet());
    }

    private static ConfigurationException wrong(String property, String what) {
        return new ConfigurationException(property + " " + what, Set.of(property));
    }
}
