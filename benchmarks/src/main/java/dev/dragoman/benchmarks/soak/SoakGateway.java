// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

import dev.dragoman.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The packaged gateway with four providers, all of them the same vendor, and limits that make it lose patience soon. */
final class SoakGateway {
    /** What clients ask for: two that have nobody to fall back on, and pools. */
    static final List<String> MODELS = List.of("open1/m", "claude1/claude-sonnet-4-5", "priority", "turns", "lossless");

    private static final String NAME = "gateway";
    private static final String CLAUDE = "/claude-sonnet-4-5";
    private static final Pattern DEFECT = Pattern.compile(" ERROR |\\bat dev\\.dragoman\\.|OutOfMemoryError");

    private final Path root;
    private final int vendorPort;
    private final int mostAttempts;

    SoakGateway(Path root, int vendorPort, int mostAttempts) {
        this.root = root;
        this.vendorPort = vendorPort;
        this.mostAttempts = mostAttempts;
    }

    ServerProcess start(int port, Path logs) throws IOException {
        Path jar = root.resolve("gateway/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IOException(root.relativize(jar) + " is missing: build the project first");
        }
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                dragoman("max-attempts", mostAttempts),
                dragoman("gateway.heartbeat-interval", "200ms")));
        for (String provider : List.of("open1", "open2", "claude1", "claude2")) {
            provider(arguments, provider);
        }
        arguments.add(dragoman("model.priority.targets", "open1/m,claude1" + CLAUDE + ",claude2" + CLAUDE));
        arguments.add(dragoman("model.turns.targets", "open1/m,open2/m,claude1" + CLAUDE + ",claude2" + CLAUDE));
        arguments.add(dragoman("model.turns.strategy", "round-robin"));
        arguments.add(dragoman("model.lossless.targets", "claude1" + CLAUDE + ",open2/m"));
        arguments.add(dragoman("model.lossless.strategy", "least-loss"));
        arguments.add("-jar");
        arguments.add(jar.toString());
        return new ServerProcess(NAME, port, logs, arguments);
    }

    private void provider(List<String> arguments, String name) {
        boolean claude = name.startsWith("claude");
        String prefix = "provider." + name + ".";
        arguments.add(dragoman(prefix + "adapter", claude ? "anthropic" : "openai"));
        arguments.add(dragoman(prefix + "base-url", "http://127.0.0.1:" + vendorPort + (claude ? "" : "/v1")));
        arguments.add(dragoman(prefix + "api-key", "fake-key"));
        arguments.add(dragoman(prefix + "first-token-timeout", "3s"));
        arguments.add(dragoman(prefix + "stream-idle-timeout", "3s"));
        arguments.add(dragoman(prefix + "request-timeout", "3s"));
        arguments.add(dragoman(prefix + "retry-delay", "5ms"));
        arguments.add(dragoman(prefix + "circuit-breaker.failure-ratio", "0.8"));
        arguments.add(dragoman(prefix + "circuit-breaker.delay", "200ms"));
    }

    private static String dragoman(String property, Object value) {
        return "-Dquarkus.dragoman." + property + "=" + value;
    }

    /** Lines of the log that tell of defects, the first few. */
    static List<String> defects(Path logs) {
        try (var lines = Files.lines(logs.resolve(NAME + ".log"))) {
            return lines.filter(DEFECT.asPredicate()).limit(10).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
