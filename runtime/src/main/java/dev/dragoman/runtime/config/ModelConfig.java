// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.config;

import dev.dragoman.runtime.routing.Strategy;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;

/** What an alias stands for. */
@ConfigGroup
public interface ModelConfig {
    /** The models that may serve it, as {@code provider/model}. When one fails the next is asked. */
    List<String> targets();

    /**
     * Whom to ask first: {@code priority} the first, {@code weighted} at random by weights, {@code round-robin} in turn,
     * {@code least-latency} who begins to answer soonest, {@code least-loss} who can say most of the request.
     */
    @WithDefault("priority")
    Strategy strategy();

    /** What is different for one of the targets, named as in {@code targets}. */
    @ConfigDocMapKey("provider/model")
    Map<String, TargetConfig> target();

    /** Whether what one of them refuses because of its content is put to the next. */
    @WithDefault("false")
    boolean shopContentFilters();
}
