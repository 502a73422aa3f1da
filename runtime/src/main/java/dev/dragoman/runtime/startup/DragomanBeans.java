// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.startup;

import dev.dragoman.profile.VendorDialects;
import dev.dragoman.runtime.attempt.RunListener;
import dev.dragoman.runtime.attempt.RunSettings;
import dev.dragoman.runtime.config.DragomanConfig;
import dev.dragoman.runtime.http.VendorClients;
import dev.dragoman.runtime.http.VendorSettings;
import dev.dragoman.runtime.provider.DemoProvider;
import dev.dragoman.runtime.provider.Provider;
import dev.dragoman.runtime.provider.Providers;
import dev.dragoman.runtime.routing.Router;
import dev.dragoman.translate.Dialects;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** Makes the beans that follow from the configuration. */
@Singleton
public final class DragomanBeans {
    /** The adapters on the class path and in the configured directories. */
    @Produces
    @Singleton
    Profiles profiles(DragomanConfig config) {
        return Profiles.load(
                Thread.currentThread().getContextClassLoader(),
                config.profiles().orElse(List.of()));
    }

    /** The dialects on the class path, and each profile as the dialect that its clients speak. */
    @Produces
    @Singleton
    public Dialects dialects(Profiles profiles) {
        return Dialects.load(Thread.currentThread().getContextClassLoader()).withEntries(profiles.all());
    }

    /** The configured providers. */
    @Produces
    @Singleton
    public Providers providers(
            DragomanConfig config, Config variables, Profiles profiles, Dialects dialects, VendorClients clients) {
        SettingsReader reader = new SettingsReader(
                config,
                profiles,
                name -> variables.getOptionalValue(name, String.class).orElse(null));
        List<Provider> providers = new ArrayList<>();
        if (config.demo().enabled()) {
            providers.add(new DemoProvider());
        }
        for (VendorSettings settings : reader.read()) {
            providers.add(provider(settings, dialects, clients));
        }
        return new Providers(providers);
    }

    /** Who serves which model. */
    @Produces
    @Singleton
    public Router router(DragomanConfig config, Providers providers) {
        return new RouterReader(config, providers).read();
    }

    /** What all runs have in common. */
    @Produces
    @Singleton
    public RunSettings runs(DragomanConfig config, @Any Instance<RunListener> listeners) {
        if (config.maxAttempts() < 1) {
            String property = "quarkus.dragoman.max-attempts";
            throw new ConfigurationException(property + " must be at least 1", Set.of(property));
        }
        return new RunSettings(config.maxAttempts(), listeners.stream().toList());
    }

    private static Provider provider(VendorSettings settings, Dialects dialects, VendorClients clients) {
        try {
            return clients.provider(settings, new VendorDialects(settings.profile(), dialects));
        } catch (IllegalArgumentException | IllegalStateException e) {
            String property = "quarkus.dragoman.provider." + settings.name();
            throw new ConfigurationException(property + " cannot be set up: " + e.getMessage(), e, Set.of(property));
        }
    }
}
