// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged gateway in a process of its own, at a free port. */
final class PackagedGateway implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");

    private final Process process;
    private final URI address;

    /** Starts it and waits until it listens. */
    PackagedGateway(String... properties) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=0"));
        for (String property : properties) {
            command.add("-Dquarkus.dragoman." + property);
        }
        command.addAll(
                List.of("-jar", Path.of("target/quarkus-app/quarkus-run.jar").toString()));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        address = address(process.inputReader());
    }

    private static URI address(BufferedReader log) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher matcher = LISTENING.matcher(line);
            if (matcher.find()) {
                return URI.create(matcher.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IOException("the gateway did not start: " + said);
    }

    URI address() {
        return address;
    }

    /** Sends the signal to stop, SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** The process' status, once it has ended; -1 if it does not end within 20 seconds. */
    int status() throws InterruptedException {
        return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
