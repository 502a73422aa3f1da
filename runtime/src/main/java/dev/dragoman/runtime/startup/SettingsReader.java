// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.startup;

import dev.dragoman.dialect.ProfileEntry;
import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.profile.PathRules;
import dev.dragoman.runtime.config.DragomanConfig;
import dev.dragoman.runtime.config.ProviderConfig;
import dev.dragoman.runtime.http.BaseUrl;
import dev.dragoman.runtime.http.VendorSettings;
import dev.dragoman.runtime.provider.DemoProvider;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts configuration, environment and profiles together. Whatever is wrong becomes a {@link ConfigurationException} that names
 * the property and the remedy, and never a value that may be secret.
 */
final class SettingsReader {
    private static final Set<String> OWN_PROPERTIES = Set.of("api-version", "region", "project");

    private final DragomanConfig config;
    private final Profiles profiles;
    private final Function<String, @Nullable String> environment;
    private final SigningReader signing;

    /** @param environment looks up a variable of the environment; {@code null} if it is not set */
    SettingsReader(DragomanConfig config, Profiles profiles, Function<String, @Nullable String> environment) {
        this.config = config;
        this.profiles = profiles;
        this.environment = environment;
        this.signing = new SigningReader(environment);
    }

    /** All providers that are configured or that a variable of the environment switches on. */
    List<VendorSettings> read() {
        Set<String> names = new TreeSet<>(config.provider().keySet());
        for (ProfileEntry entry : profiles.all()) {
            // In this order, since a profile that no variable speaks for need not be read.
            boolean keyed = environmentKey(entry.environmentKeys()) != null && isSwitchedOnByKey(entry.profile());
            if (keyed || signing.isSwitchedOn(entry.signer())) {
                names.add(entry.id());
            }
        }
        List<VendorSettings> settings = new ArrayList<>();
        for (String name : names) {
            // The mapping has defaults for every name.
            settings.add(read(name, Objects.requireNonNull(config.provider().get(name))));
        }
        return settings;
    }

    /**
     * Whether a key alone switches it on, which it does not where more is needed to call the vendor: a variable that is there for
     * another program must not keep this one from starting.
     */
    private static boolean isSwitchedOnByKey(VendorProfile profile) {
        String url = profile.baseUrl();
        return profile.switchedOnByKey()
                && url != null
                && PathRules.missing(url).isEmpty()
                && profile.missing(Map.of()).isEmpty();
    }

    private VendorSettings read(String name, ProviderConfig provider) {
        checkName(name);
        Map<String, String> settings = settings(provider);
        VendorProfile stated = profile(name, provider);
        require(name, stated.missing(settings));
        VendorProfile profile = stated.with(settings);
        List<String> keys = keys(name, provider, profile);
        return new VendorSettings(
                name,
                profile,
                baseUrl(name, provider, profile, settings),
                keys,
                headers(name, provider),
                provider.models().orElse(List.of()),
                limits(name, provider),
                provider.tlsConfigurationName(),
                provider.proxyConfigurationName(),
                new GuardReader("quarkus.dragoman.provider." + quoted(name)).read(provider),
                provider.prefill(),
                signing.read(property(name), provider, profile, keys.isEmpty() ? null : keys.get(0)));
    }

    private void checkName(String name) {
        if (name.isBlank() || name.indexOf('/') >= 0) {
            throw wrong(name, "", "is not a name for a provider: it must not be blank and must not hold a slash");
        }
        if (name.equals(DemoProvider.NAME) && config.demo().enabled()) {
            throw wrong(
                    name,
                    "",
                    "has the name of the built-in provider: choose another name or set"
                            + " quarkus.dragoman.demo.enabled=false");
        }
    }

    private VendorProfile profile(String name, ProviderConfig provider) {
        String id = provider.adapter().orElse(name);
        VendorProfile profile = profiles.find(id);
        if (profile == null) {
            throw wrong(
                    name,
                    ".adapter",
                    "is '" + id + "', but there is no such adapter: set it to one of "
                            + String.join(", ", profiles.ids()) + ", or add the module that brings it");
        }
        return profile;
    }

    private BaseUrl baseUrl(String name, ProviderConfig provider, VendorProfile profile, Map<String, String> settings) {
        String url = provider.baseUrl().orElse(profile.baseUrl());
        if (url == null) {
            throw wrong(
                    name,
                    ".base-url",
                    "is missing: the adapter '" + profile.id()
                            + "' has no address of its own, so set it to the one your vendor gave you");
        }
        if (url.contains(VendorProfile.REGION)) {
            url = url.replace(VendorProfile.REGION, signing.region(property(name), provider));
        }
        url = PathRules.fill(url, settings);
        require(name, PathRules.missing(url));
        try {
            return BaseUrl.parse(url);
        } catch (IllegalArgumentException e) {
            throw wrong(name, ".base-url", e.getMessage());
        }
    }

    private List<String> keys(String name, ProviderConfig provider, VendorProfile profile) {
        List<String> several = provider.apiKeys().orElse(List.of());
        if (several.isEmpty()) {
            String one = key(name, provider, profile);
            return one == null ? List.of() : List.of(one);
        }
        return several.stream()
                .map(key -> checked(name, ".api-keys", key))
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
    }

    /** What stands between braces in addresses. */
    private static Map<String, String> settings(ProviderConfig provider) {
        Map<String, String> settings = new LinkedHashMap<>(provider.settings());
        provider.apiVersion().ifPresent(value -> settings.put("api-version", value));
        provider.region().ifPresent(value -> settings.put("region", value));
        provider.project().ifPresent(value -> settings.put("project", value));
        return settings;
    }

    private static void require(String name, List<String> missing) {
        if (!missing.isEmpty()) {
            String setting = missing.get(0);
            String property = OWN_PROPERTIES.contains(setting) ? "." + setting : ".settings." + setting;
            throw wrong(name, property, "is missing: the vendor's address holds it, so set it");
        }
    }

    private @Nullable String key(String name, ProviderConfig provider, VendorProfile profile) {
        String key = provider.apiKey()
                .orElse(SigningReader.isConfigured(provider) ? null : environmentKey(profile.environmentKeys()));
        if (key == null) {
            return null;
        }
        String stripped = checked(name, ".api-key", key);
        return stripped.isEmpty() ? null : stripped;
    }

    private static String checked(String name, String property, String key) {
        String stripped = key.strip();
        if (!isHeaderValue(stripped)) {
            throw wrong(
                    name, property, "holds characters that a header cannot have, such as a line break: remove them");
        }
        return stripped;
    }

    private @Nullable String environmentKey(List<String> variables) {
        for (String variable : variables) {
            String value = environment.apply(variable);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }

    private static Map<String, String> headers(String name, ProviderConfig provider) {
        Map<String, String> headers = new LinkedHashMap<>();
        provider.headers().forEach((header, value) -> {
            String property = ".headers.\"" + header + "\"";
            if (header.isEmpty() || !header.chars().allMatch(SettingsReader::isNameCharacter)) {
                throw wrong(name, property, "is not the name of a header");
            }
            if (!isHeaderValue(value)) {
                throw wrong(
                        name,
                        property,
                        "holds characters that a header cannot have, such as a line break: remove them");
            }
            headers.put(header, value);
        });
        return headers;
    }

    private static VendorSettings.Limits limits(String name, ProviderConfig provider) {
        if (provider.maxConnections() < 1) {
            throw wrong(name, ".max-connections", "must be at least 1");
        }
        return new VendorSettings.Limits(
                positive(name, ".connect-timeout", provider.connectTimeout()),
                positive(name, ".first-token-timeout", provider.firstTokenTimeout()),
                positive(name, ".stream-idle-timeout", provider.streamIdleTimeout()),
                positive(name, ".request-timeout", provider.requestTimeout()),
                provider.maxConnections());
    }

    private static Duration positive(String name, String property, Duration value) {
        if (value.toMillis() < 1 || value.toMillis() > Integer.MAX_VALUE) {
            throw wrong(name, property, "must be between one millisecond and 24 days");
        }
        return value;
    }

    private static boolean isHeaderValue(String value) {
        return value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7F && c <= 0xFF));
    }

    private static boolean isNameCharacter(int c) {
        return c > ' ' && c < 0x7F && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }

    private static ConfigurationException wrong(String provider, String property, @Nullable String what) {
        String full = property(provider) + property;
        return new ConfigurationException(full + " " + what, Set.of(full));
    }

    private static String property(String provider) {
        return "quarkus.dragoman.provider." + quoted(provider);
    }

    private static String quoted(String provider) {
        return provider.indexOf('.') >= 0 || provider.isBlank() ? '"' + provider + '"' : provider;
    }
}
