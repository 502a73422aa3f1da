// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.load;

import java.nio.file.Path;

/**
 * How to measure, from system properties.
 *
 * @param root where the project is: {@code bench.root}, the working directory by default
 * @param seconds how long each measurement takes: {@code bench.seconds}
 * @param warmUp how long each server is warmed up for each kind of load, in seconds: {@code bench.warm-up}
 * @param rounds how often the two servers are measured in turn: {@code bench.rounds}
 * @param streams how many paced streams at once: {@code bench.streams}
 * @param starts how often the two servers are started in turn: {@code bench.starts}
 * @param load whether more than the start is measured: {@code bench.load}
 */
record Settings(Path root, int seconds, int warmUp, int rounds, int streams, int starts, boolean load) {
    static final int UPSTREAM_PORT = 9001;
    static final int RELAY_PORT = 9002;
    static final int GATEWAY_PORT = 9003;

    static Settings read() {
        return new Settings(
                Path.of(System.getProperty("bench.root", "")).toAbsolutePath(),
                Integer.getInteger("bench.seconds", 8),
                Integer.getInteger("bench.warm-up", 12),
                Integer.getInteger("bench.rounds", 3),
                Integer.getInteger("bench.streams", 2000),
                Integer.getInteger("bench.starts", 15),
                Boolean.parseBoolean(System.getProperty("bench.load", "true")));
    }
}
