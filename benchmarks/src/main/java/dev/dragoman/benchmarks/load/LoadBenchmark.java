// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.load;

import dev.dragoman.benchmarks.Payloads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Measures the gateway beside a bare relay, in turn, in front of the same upstream, and prints tables. Needs wrk. Properties:
 * {@link Settings}.
 */
public final class LoadBenchmark {
    private static final String CHAT = "/v1/chat/completions";

    private final Settings settings;
    private final Path work;
    private final Servers servers;

    private LoadBenchmark(Settings settings, Path work) {
        this.settings = settings;
        this.work = work;
        this.servers = new Servers(settings, work);
    }

    /** Measures everything. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("dragoman-load");
        new LoadBenchmark(Settings.read(), work).run();
    }

    private void run() throws IOException, InterruptedException {
        System.out.println(LocalDate.now(ZoneOffset.UTC) + ", commit " + Revision.of(settings.root()) + ", Java "
                + System.getProperty("java.version") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, " + settings.rounds() + " rounds of "
                + settings.seconds() + " s\n");
        if (settings.load()) {
            load();
        }
        start();
    }

    private void load() throws IOException, InterruptedException {
        try (ServerProcess upstream = servers.upstream()) {
            try (ServerProcess relay = servers.relay("512m");
                    ServerProcess gateway = servers.gateway("512m")) {
                whole(relay, gateway);
                streamed(relay, gateway);
                System.out.println("Peak memory: relay " + relay.peakMemory() + " MiB, gateway " + gateway.peakMemory()
                        + " MiB, upstream " + upstream.peakMemory() + " MiB\n");
            }
            manyStreams();
        }
    }

    private void whole(ServerProcess relay, ServerProcess gateway) throws IOException, InterruptedException {
        System.out.println("Whole answers. CPU is the server's own time for an answer.\n");
        Table.head(
                "load",
                "connections",
                "relay/s",
                "ours/s",
                "ratio",
                "relay p50 µs",
                "ours p50 µs",
                "added p50 µs",
                "relay p99 µs",
                "ours p99 µs",
                "relay CPU µs",
                "ours CPU µs",
                "errors");
        byte[] small = Payloads.smallRequest();
        byte[] big = Payloads.longRequest();
        for (int connections : new int[] {32, 1}) {
            row("same dialect, small", relay, gateway, small, "openai/bench", connections);
            row("OpenAI to Anthropic, small", relay, gateway, small, "anthropic/bench", connections);
            row("same dialect, 60 KB", relay, gateway, big, "openai/bench", connections);
            row("OpenAI to Anthropic, 60 KB", relay, gateway, big, "anthropic/bench", connections);
        }
        System.out.println();
    }

    private void row(
            String name, ServerProcess relay, ServerProcess gateway, byte[] body, String model, int connections)
            throws IOException, InterruptedException {
        Side floor = new Side(relay, Settings.RELAY_PORT, body);
        Side ours = new Side(gateway, Settings.GATEWAY_PORT, withModel(body, model));
        floor.warmUp(connections);
        ours.warmUp(connections);
        for (int i = 0; i < settings.rounds(); i++) {
            floor.measure(connections);
            ours.measure(connections);
        }
        double[] ratios = new double[settings.rounds()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ours.rate[i] / floor.rate[i];
        }
        Table.row(
                name,
                Integer.toString(connections),
                Table.number(Table.median(floor.rate)),
                Table.number(Table.median(ours.rate)),
                Table.number(Table.median(ratios)),
                Table.number(Table.median(floor.p50)),
                Table.number(Table.median(ours.p50)),
                Table.number(Table.median(ours.p50) - Table.median(floor.p50)),
                Table.number(Table.median(floor.p99)),
                Table.number(Table.median(ours.p99)),
                Table.number(Table.median(floor.cpu)),
                Table.number(Table.median(ours.cpu)),
                Long.toString(floor.bad + ours.bad));
    }

    private void streamed(ServerProcess relay, ServerProcess gateway) throws IOException, InterruptedException {
        System.out.println("Streams of " + UpstreamBodies.CHUNKS + " tokens, as fast as they come.\n");
        Table.head(
                "load",
                "connections",
                "relay frames/s",
                "ours frames/s",
                "ratio",
                "relay first µs",
                "ours first µs",
                "added first µs",
                "relay CPU µs/frame",
                "ours CPU µs/frame",
                "errors");
        byte[] body = streamed(Payloads.smallRequest());
        for (int connections : new int[] {32, 1}) {
            for (String model : new String[] {"openai/bench", "anthropic/bench"}) {
                String name = model.startsWith("openai") ? "same dialect" : "OpenAI to Anthropic";
                streamRow(name, relay, gateway, body, model, connections);
            }
        }
        System.out.println();
    }

    private void streamRow(
            String name, ServerProcess relay, ServerProcess gateway, byte[] body, String model, int connections)
            throws IOException, InterruptedException {
        int rounds = settings.rounds();
        double[][] frames = new double[2][rounds];
        double[][] first = new double[2][rounds];
        double[][] cpu = new double[2][rounds];
        double[] ratios = new double[rounds];
        int errors = 0;
        ServerProcess[] sides = {relay, gateway};
        try (StreamDriver floor = new StreamDriver(Settings.RELAY_PORT, CHAT, body, connections);
                StreamDriver ours =
                        new StreamDriver(Settings.GATEWAY_PORT, CHAT, withModel(body, model), connections)) {
            StreamDriver[] drivers = {floor, ours};
            floor.run(connections, settings.warmUp());
            ours.run(connections, settings.warmUp());
            for (int i = 0; i < rounds; i++) {
                for (int side = 0; side < 2; side++) {
                    double before = sides[side].cpuSeconds();
                    StreamDriver.Result result = drivers[side].run(connections, settings.seconds());
                    frames[side][i] = result.frames();
                    first[side][i] = result.firstMicros();
                    cpu[side][i] = (sides[side].cpuSeconds() - before) * 1e6 / (result.frames() * settings.seconds());
                    errors += result.errors();
                }
                ratios[i] = frames[1][i] / frames[0][i];
            }
        }
        Table.row(
                name,
                Integer.toString(connections),
                Table.number(Table.median(frames[0])),
                Table.number(Table.median(frames[1])),
                Table.number(Table.median(ratios)),
                Table.number(Table.median(first[0])),
                Table.number(Table.median(first[1])),
                Table.number(Table.median(first[1]) - Table.median(first[0])),
                Table.number(Table.median(cpu[0])),
                Table.number(Table.median(cpu[1])),
                Integer.toString(errors));
    }

    private void manyStreams() throws IOException, InterruptedException {
        System.out.println("Paced streams at once, OpenAI to Anthropic, gateway with 256 MiB of heap.\n");
        Table.head("streams", "ended well", "errors", "peak memory MiB", "CPU s");
        try (ServerProcess gateway = servers.gateway("256m")) {
            for (int count : new int[] {settings.streams(), settings.streams() * 5 / 2}) {
                byte[] body = withModel(streamed(Payloads.smallRequest()), "anthropic/bench-paced");
                double before = gateway.cpuSeconds();
                try (StreamDriver driver = new StreamDriver(Settings.GATEWAY_PORT, CHAT, body, count)) {
                    StreamDriver.Result result = driver.once(count, 60);
                    Table.row(
                            Integer.toString(count),
                            Integer.toString(result.streams()),
                            Integer.toString(result.errors()),
                            Long.toString(gateway.peakMemory()),
                            Table.number(gateway.cpuSeconds() - before));
                }
            }
        }
        System.out.println();
    }

    private void start() throws IOException {
        int rounds = settings.starts();
        double[] relay = new double[rounds];
        double[] gateway = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            try (ServerProcess process = servers.relay("512m")) {
                relay[i] = process.readyMillis();
            }
            try (ServerProcess process = servers.gateway("512m")) {
                gateway[i] = process.readyMillis();
            }
        }
        System.out.println("Start of the process to the first connection taken: relay "
                + Table.number(Table.median(relay)) + " ms, gateway " + Table.number(Table.median(gateway))
                + " ms, ratio " + Table.number(Table.median(gateway) / Table.median(relay)) + "; medians of " + rounds
                + " starts");
    }

    private static byte[] withModel(byte[] body, String model) {
        return new String(body, StandardCharsets.UTF_8)
                .replace("\"model\":\"gpt-x\"", "\"model\":\"" + model + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] streamed(byte[] body) {
        return new String(body, StandardCharsets.UTF_8)
                .replace("\"stream\":false", "\"stream\":true")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** One server and what was measured of it. */
    private final class Side {
        private final ServerProcess server;
        private final String url;
        private final byte[] body;
        private final double[] rate = new double[settings.rounds()];
        private final double[] p50 = new double[settings.rounds()];
        private final double[] p99 = new double[settings.rounds()];
        private final double[] cpu = new double[settings.rounds()];
        private int round;
        private long bad;

        Side(ServerProcess server, int port, byte[] body) {
            this.server = server;
            this.url = "http://127.0.0.1:" + port + CHAT;
            this.body = body;
        }

        void warmUp(int connections) throws IOException, InterruptedException {
            Wrk.run(work, url, body, connections, settings.warmUp());
        }

        void measure(int connections) throws IOException, InterruptedException {
            double before = server.cpuSeconds();
            Wrk.Result result = Wrk.run(work, url, body, connections, settings.seconds());
            rate[round] = result.perSecond();
            p50[round] = result.p50();
            p99[round] = result.p99();
            cpu[round] = (server.cpuSeconds() - before) * 1e6 / (result.perSecond() * settings.seconds());
            bad += result.bad();
            round++;
        }
    }
}
