// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import dev.dragoman.media.MediaTypes;
import dev.dragoman.runtime.config.MediaConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the configuration. Whatever is wrong is said with the property and the remedy. */
final class MediaSettings {
    private static final String PREFIX = "quarkus.dragoman.media.";

    private final MediaConfig config;

    MediaSettings(MediaConfig config) {
        this.config = config;
    }

    MediaFetcher fetcher(Vertx vertx) {
        return new MediaFetcher(vertx, rules(), limits());
    }

    private UrlRules rules() {
        try {
            return UrlRules.of(config.allowHttp(), config.allowedHosts().orElse(List.of()));
        } catch (IllegalArgumentException e) {
            throw wrong("allowed-hosts", e.getMessage());
        }
    }

    private MediaLimits limits() {
        Set<String> types = new HashSet<>();
        for (String type : config.allowedTypes()) {
            String plain = MediaTypes.plain(type);
            if (plain == null || plain.indexOf('/') < 1) {
                throw wrong("allowed-types", "'" + type + "' is not a media type such as image/png");
            }
            types.add(plain);
        }
        return new MediaLimits(
                size("max-size", config.maxSize().asLongValue()),
                size("max-total-size", config.maxTotalSize().asLongValue()),
                number("max-items", config.maxItems(), 1),
                number("max-redirects", config.maxRedirects(), 0),
                time("connect-timeout", config.connectTimeout()),
                time("timeout", config.timeout()),
                types);
    }

    private static long size(String property, long bytes) {
        if (bytes < 1 || bytes > Integer.MAX_VALUE / 2) {
            throw wrong(property, "must be between one byte and one gigabyte");
        }
        return bytes;
    }

    private static int number(String property, int value, int least) {
        if (value < least) {
            throw wrong(property, "must be at least " + least);
        }
        return value;
    }

    private static Duration time(String property, Duration value) {
        if (value.toMillis() < 1 || value.toMillis() > Integer.MAX_VALUE) {
            throw wrong(property, "must be between one millisecond and 24 days");
        }
        return value;
    }

    private static ConfigurationException wrong(String property, @Nullable String what) {
        return new ConfigurationException(PREFIX + property + ": " + what, Set.of(PREFIX + property));
    }
}
