// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.routing;

import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.runtime.guard.TargetGuard;
import dev.dragoman.runtime.provider.Provider;
import dev.dragoman.runtime.provider.Providers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds who serves a model. In this order: an alias; {@code provider/model}, cut at the first slash; the default provider, with
 * the whole name. Immutable.
 */
public final class Router {
    private static final String OWNER_OF_ALIASES = "dragoman";
    private static final int LONGEST_SHOWN = 200;
    /** Beyond that many models those of a provider share a guard. */
    private static final int MOST_GUARDS = 512;

    private final Providers providers;
    private final SortedMap<String, Pool> aliases;
    private final ConcurrentMap<String, TargetGuard> guards = new ConcurrentHashMap<>();
    private final @Nullable Provider defaultProvider;
    private final long started = System.currentTimeMillis() / 1000;

    /** A router over these providers. */
    public Router(Providers providers, Map<String, Pool> aliases, @Nullable Provider defaultProvider) {
        this.providers = providers;
        this.aliases = Collections.unmodifiableSortedMap(new TreeMap<>(aliases));
        this.defaultProvider = defaultProvider;
    }

    /**
     * Who may serve this model. Models without an alias have guards of their own, too, up to a number: clients choose their names.
     *
     * @throws ChatException of kind {@code NOT_FOUND} if nobody does
     */
    public Pool pool(String model) {
        Pool alias = aliases.get(model);
        if (alias != null) {
            return alias;
        }
        Route route = find(model);
        if (route == null) {
            throw unknown(model);
        }
        return Pool.of(model, new Target(route, guard(route)));
    }

    private TargetGuard guard(Route route) {
        TargetGuard known = guards.get(route.name());
        if (known != null) {
            return known;
        }
        boolean full = guards.size() >= MOST_GUARDS;
        return guards.computeIfAbsent(
                full ? route.provider().name() : route.name(),
                name -> new TargetGuard(name, route.provider().guards()));
    }

    /**
     * Who serves this model first.
     *
     * @throws ChatException of kind {@code NOT_FOUND} if nobody does
     */
    public Route route(String model) {
        return pool(model).first().route();
    }

    /** The models that can be listed: aliases, then those that providers name. */
    public List<ModelEntry> models() {
        List<ModelEntry> entries = new ArrayList<>();
        aliases.keySet().forEach(alias -> entries.add(new ModelEntry(alias, OWNER_OF_ALIASES, started)));
        for (Provider provider : providers.all().values()) {
            for (String model : provider.models()) {
                entries.add(new ModelEntry(provider.name() + '/' + model, provider.name(), started));
            }
        }
        return entries;
    }

    /**
     * A model as lists show it, listed or not.
     *
     * @throws ChatException of kind {@code NOT_FOUND} if nobody serves it
     */
    public ModelEntry model(String id) {
        String owner = aliases.containsKey(id)
                ? OWNER_OF_ALIASES
                : route(id).provider().name();
        return new ModelEntry(id, owner, started);
    }

    private @Nullable Route find(String model) {
        int slash = model.indexOf('/');
        if (slash > 0) {
            Provider provider = providers.find(model.substring(0, slash));
            if (provider != null) {
                return slash == model.length() - 1 ? null : new Route(provider, model.substring(slash + 1));
            }
        }
        return defaultProvider == null || model.isEmpty() ? null : new Route(defaultProvider, model);
    }

    private ChatException unknown(String model) {
        String shown = model.length() <= LONGEST_SHOWN ? model : model.substring(0, LONGEST_SHOWN) + "…";
        String message =
                "The model '" + shown + "' does not exist here: write it as provider/model, with one of the providers "
                        + String.join(", ", providers.all().keySet())
                        + (aliases.isEmpty() ? "" : ", or one of the aliases " + String.join(", ", aliases.keySet()));
        return new ChatException(ChatError.of(ErrorKind.NOT_FOUND, message)
                .withCode("model_not_found")
                .withParam("model"));
    }
}
