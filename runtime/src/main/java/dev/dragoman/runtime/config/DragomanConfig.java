// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.config;

import dev.dragoman.loss.LossPolicy;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be configured when the application starts. */
@ConfigMapping(prefix = "quarkus.dragoman")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface DragomanConfig {
    /**
     * The vendors that can be called. The vendors' usual environment variables, such as {@code OPENAI_API_KEY}, switch the
     * provider of that name on by themselves.
     */
    @ConfigDocMapKey("name")
    @WithDefaults
    Map<String, ProviderConfig> provider();

    /** Names of models that stand for a provider and one of its models. */
    @ConfigDocMapKey("alias")
    Map<String, ModelConfig> model();

    /** The provider that serves a model name that has no provider in it. Without one such names are answered with 404. */
    Optional<String> defaultProvider();

    /**
     * Directories with profiles of further vendors, in YAML or JSON. A file with the id of a built-in profile replaces it.
     */
    Optional<List<Path>> profiles();

    /**
     * What to do about a request that the target cannot carry exactly: {@code report} serves it and reports what was lost,
     * {@code safe} refuses it when the answer would change, {@code strict} refuses it on any loss. A client of the gateway
     * overrides it with the header {@code Dragoman-On-Loss}.
     */
    @WithDefault("report")
    LossPolicy onLoss();

    /** Most attempts for one request, repetitions and other targets together. */
    @WithDefault("6")
    int maxAttempts();

    /** The endpoints. */
    GatewayConfig gateway();

    /** Media at addresses, for vendors that take content only. */
    MediaConfig media();

    /** The built-in provider. */
    DemoConfig demo();
}
