// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drives a server with wrk, which must be on the path. */
final class Wrk {
    /**
     * What wrk printed.
     *
     * @param perSecond answers a second
     * @param p50 median time of an answer, in microseconds
     * @param p99 99 of 100 answers took no longer, in microseconds
     * @param bad answers with another status than 200, and errors of the connections
     */
    record Result(double perSecond, double p50, double p99, long bad) {}

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern PERCENTILE = Pattern.compile("\\s(50|99)%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern SOCKETS =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    private Wrk() {}

    static Result run(Path folder, String url, byte[] body, int connections, int seconds)
            throws IOException, InterruptedException {
        Path payload = folder.resolve("body.json");
        Files.write(payload, body);
        Path script = folder.resolve("post.lua");
        Files.writeString(
                script,
                "local file = io.open(\"" + payload
                        + "\", \"rb\")\nwrk.method = \"POST\"\nwrk.body = file:read(\"*a\")\n"
                        + "file:close()\nwrk.headers[\"Content-Type\"] = \"application/json\"\n");
        List<String> command = new ArrayList<>(List.of(
                "wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--latency", "-s", script.toString(), url));
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0) {
            throw new IOException("wrk failed: " + printed);
        }
        return parse(printed);
    }

    private static Result parse(String printed) throws IOException {
        Matcher rate = RATE.matcher(printed);
        if (!rate.find()) {
            throw new IOException("wrk printed no rate: " + printed);
        }
        double p50 = Double.NaN;
        double p99 = Double.NaN;
        Matcher percentile = PERCENTILE.matcher(printed);
        while (percentile.find()) {
            double micros = Double.parseDouble(percentile.group(2)) * unit(percentile.group(3));
            if (percentile.group(1).equals("50")) {
                p50 = micros;
            } else {
                p99 = micros;
            }
        }
        long bad = 0;
        Matcher statuses = BAD.matcher(printed);
        if (statuses.find()) {
            bad += Long.parseLong(statuses.group(1));
        }
        Matcher sockets = SOCKETS.matcher(printed);
        if (sockets.find()) {
            for (int i = 1; i <= 4; i++) {
                bad += Long.parseLong(sockets.group(i));
            }
        }
        return new Result(Double.parseDouble(rate.group(1)), p50, p99, bad);
    }

    private static double unit(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "us" -> 1;
            case "ms" -> 1000;
            default -> 1_000_000;
        };
    }
}
