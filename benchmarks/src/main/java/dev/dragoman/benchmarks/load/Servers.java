// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the three servers of a measurement. */
final class Servers {
    private static final String NO_LOG = "-Dquarkus.log.level=WARN";

    private final Settings settings;
    private final Path logs;

    Servers(Settings settings, Path logs) {
        this.settings = settings;
        this.logs = logs;
    }

    ServerProcess upstream() throws IOException {
        return new ServerProcess(
                "upstream",
                Settings.UPSTREAM_PORT,
                logs,
                List.of(
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Upstream.class.getName(),
                        Integer.toString(Settings.UPSTREAM_PORT)));
    }

    ServerProcess relay(String heap) throws IOException {
        return quarkus("relay", Settings.RELAY_PORT, heap, settings.root().resolve("benchmarks/relay"), List.of());
    }

    ServerProcess gateway(String heap) throws IOException {
        String upstream = "http://127.0.0.1:" + Settings.UPSTREAM_PORT;
        return quarkus(
                "gateway",
                Settings.GATEWAY_PORT,
                heap,
                settings.root().resolve("gateway"),
                List.of(
                        "-Dquarkus.dragoman.provider.openai.base-url=" + upstream + "/v1",
                        "-Dquarkus.dragoman.provider.openai.api-key=fake-key",
                        "-Dquarkus.dragoman.provider.openai.max-connections=8192",
                        "-Dquarkus.dragoman.provider.anthropic.base-url=" + upstream,
                        "-Dquarkus.dragoman.provider.anthropic.api-key=fake-key",
                        "-Dquarkus.dragoman.provider.anthropic.max-connections=8192"));
    }

    private ServerProcess quarkus(String name, int port, String heap, Path module, List<String> properties)
            throws IOException {
        Path jar = module.resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IOException(settings.root().relativize(jar) + " is missing: build the project first");
        }
        List<String> arguments = new ArrayList<>(List.of("-Xmx" + heap, NO_LOG, "-Dquarkus.http.port=" + port));
        arguments.addAll(properties);
        arguments.add("-jar");
        arguments.add(jar.toString());
        return new ServerProcess(name, port, logs, arguments);
    }
}
