// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.door;

import dev.dragoman.runtime.config.GatewayConfig;
import dev.dragoman.runtime.config.KeyConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the keys of the configuration. */
final class KeysReader {
    private static final String PREFIX = "quarkus.dragoman.gateway.";

    private KeysReader() {}

    /** @throws ConfigurationException if a property is wrong; the message names it and does not repeat it */
    static InboundKeys read(GatewayConfig config, Clock clock) {
        List<KnownKey> keys = new ArrayList<>();
        List<String> plain = config.apiKeys().orElse(List.of());
        for (int i = 0; i < plain.size(); i++) {
            keys.add(new KnownKey(
                    hash(PREFIX + "api-keys", plain.get(i)), new KeyBuilder("api-keys[" + i + "]").build()));
        }
        for (Map.Entry<String, KeyConfig> named : config.key().entrySet()) {
            keys.add(key(named.getKey(), named.getValue()));
        }
        return new InboundKeys(keys, config.keysFile().isPresent(), config.acceptAwsSignatures(), clock);
    }

    private static KnownKey key(String name, KeyConfig config) {
        String property = PREFIX + "key.\"" + name + "\".";
        if (config.value().isPresent() == config.hash().isPresent()) {
            throw wrong(property + "value", "or " + property + "hash must be set, and not both");
        }
        KeyHash hash = config.value().isPresent()
                ? KeyHash.of(config.value().get().strip())
                : parse(property + "hash", config.hash().orElseThrow());
        KeyBuilder key = new KeyBuilder(name);
        config.models().ifPresent(models -> checked(property + "models", () -> key.models(models)));
        config.expires().ifPresent(value -> set(key, property, "expires", value));
        config.maxConcurrent().ifPresent(value -> set(key, property, "max-concurrent", String.valueOf(value)));
        config.requestsPerMinute().ifPresent(value -> set(key, property, "requests-per-minute", String.valueOf(value)));
        return new KnownKey(hash, key.build());
    }

    private static void set(KeyBuilder key, String property, String setting, String value) {
        checked(property + setting, () -> key.set(setting, value));
    }

    private static void checked(String property, Runnable setter) {
        try {
            setter.run();
        } catch (IllegalArgumentException e) {
            throw wrong(property, e.getMessage());
        }
    }

    private static KeyHash hash(String property, String text) {
        String key = text.strip();
        return KeyHash.isWritten(key) ? parse(property, key) : KeyHash.of(key);
    }

    private static KeyHash parse(String property, String text) {
        try {
            return KeyHash.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw wrong(property, e.getMessage());
        }
    }

    private static ConfigurationException wrong(String property, @Nullable String problem) {
        return new ConfigurationException(property + " " + problem, Set.of(property));
    }
}
