// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.startup;

import dev.dragoman.runtime.config.DragomanConfig;
import dev.dragoman.runtime.config.ModelConfig;
import dev.dragoman.runtime.config.TargetConfig;
import dev.dragoman.runtime.guard.GuardSettings;
import dev.dragoman.runtime.guard.TargetGuard;
import dev.dragoman.runtime.provider.Provider;
import dev.dragoman.runtime.provider.Providers;
import dev.dragoman.runtime.routing.Pool;
import dev.dragoman.runtime.routing.Route;
import dev.dragoman.runtime.routing.Router;
import dev.dragoman.runtime.routing.Strategy;
import dev.dragoman.runtime.routing.Target;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads aliases and the default provider. */
final class RouterReader {
    private final DragomanConfig config;
    private final Providers providers;
    private final Map<String, TargetGuard> guards = new HashMap<>();

    RouterReader(DragomanConfig config, Providers providers) {
        this.config = config;
        this.providers = providers;
    }

    Router read() {
        Map<String, Pool> aliases = new LinkedHashMap<>();
        config.model().forEach((alias, model) -> aliases.put(alias, pool(alias, model)));
        return new Router(providers, aliases, defaultProvider());
    }

    private Pool pool(String alias, ModelConfig model) {
        String prefix = "quarkus.dragoman.model.\"" + alias + '"';
        if (model.targets().isEmpty()) {
            throw wrong(prefix + ".targets", "is empty: an alias stands for at least one model");
        }
        Map<String, Route> routes = new LinkedHashMap<>();
        for (String target : model.targets()) {
            if (routes.put(target.strip(), route(prefix + ".targets", target.strip())) != null) {
                throw wrong(prefix + ".targets", "names '" + target.strip() + "' twice");
            }
        }
        for (String target : model.target().keySet()) {
            if (!routes.containsKey(target)) {
                throw wrong(
                        prefix + ".target.\"" + target + '"',
                        "is not one of the targets " + String.join(", ", routes.keySet()));
            }
        }
        List<Target> targets = new ArrayList<>();
        routes.forEach((name, route) ->
                targets.add(target(prefix, route, model.target().get(name))));
        if (model.strategy() == Strategy.WEIGHTED && targets.stream().allMatch(target -> target.weight() == 0)) {
            throw wrong(prefix + ".strategy", "is weighted, but no target has a weight");
        }
        return new Pool(alias, targets, model.strategy().order(), model.shopContentFilters());
    }

    /** Aliases that have a target in common, and set nothing for it, share its guard. */
    private Target target(String prefix, Route route, @Nullable TargetConfig own) {
        GuardSettings usual = route.provider().guards();
        if (own == null) {
            return new Target(route, guards.computeIfAbsent(route.name(), name -> new TargetGuard(name, usual)));
        }
        GuardReader reader = new GuardReader(prefix + ".target.\"" + route.name() + '"');
        reader.check(own.weight() >= 0, ".weight", "must not be negative");
        GuardSettings settings = reader.read(own, usual);
        TargetGuard guard = settings.equals(usual)
                ? guards.computeIfAbsent(route.name(), name -> new TargetGuard(name, usual))
                : new TargetGuard(route.name(), settings);
        Long window =
                own.contextWindow().isPresent() ? (Long) own.contextWindow().getAsLong() : null;
        Provider provider = route.provider().with(reader.patience(own));
        return new Target(new Route(provider, route.model()), guard, own.weight(), window);
    }

    private Route route(String property, String target) {
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
