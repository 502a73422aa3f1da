// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.config;

import io.quarkus.runtime.annotations.ConfigGroup;
import java.util.List;

/** What an alias stands for. */
@ConfigGroup
public interface ModelConfig {
    /** The model that serves it, as {@code provider/model}. Exactly one. */
    List<String> targets();
}
