// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How to soak, from system properties.
 *
 * @param root where the project is: {@code soak.root}, the working directory by default
 * @param duration for how long requests are made, warm-up included: {@code soak.seconds}
 * @param clients how many requests at a time: {@code soak.clients}
 * @param seed of everything that is random: {@code soak.seed}
 */
public record SoakSettings(Path root, Duration duration, int clients, long seed) {
    /** What the properties say. */
    public static SoakSettings read() {
        return new SoakSettings(
                Path.of(System.getProperty("soak.root", "")).toAbsolutePath(),
                Duration.ofSeconds(Integer.getInteger("soak.seconds", 300)),
                Integer.getInteger("soak.clients", 48),
                Long.getLong("soak.seed", System.nanoTime()));
    }

    /** The same for another time. */
    public SoakSettings withDuration(Duration other) {
        return new SoakSettings(root, other, clients, seed);
    }
}
