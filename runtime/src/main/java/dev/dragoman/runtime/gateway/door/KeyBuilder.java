// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.door;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what comes with a key, setting by setting. */
final class KeyBuilder {
    private final String name;
    private final List<String> models = new ArrayList<>();
    private @Nullable Instant expires;
    private int maxConcurrent;
    private int requestsPerMinute;

    KeyBuilder(String name) {
        this.name = name;
    }

    /** @throws IllegalArgumentException if there is no such setting, or not with this value, which is not repeated */
    void set(String setting, String value) {
        try {
            switch (setting) {
                case "models" -> models(List.of(value.split(",", -1)));
                case "expires" -> expires = KeySettings.expires(value);
                case "max-concurrent" -> maxConcurrent = KeySettings.limit(value);
                case "requests-per-minute" -> requestsPerMinute = KeySettings.limit(value);
                default ->
                    throw new IllegalArgumentException(
                            "is none of models=, expires=, max-concurrent=, requests-per-minute=");
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("has a wrong setting: it " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException if a name is empty: it might be meant as all or as none */
    void models(List<String> names) {
        for (String model : names) {
            if (model.isBlank()) {
                throw new IllegalArgumentException("must name models, separated by commas");
            }
            models.add(model.strip());
        }
    }

    InboundKey build() {
        return new InboundKey(name, models, expires, new KeyLimit(maxConcurrent, requestsPerMinute));
    }
}
