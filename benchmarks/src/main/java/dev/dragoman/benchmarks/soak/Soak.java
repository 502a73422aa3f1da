// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

import dev.dragoman.benchmarks.load.ServerProcess;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs the packaged gateway in front of a vendor that misbehaves, and looks whether anything is left over. Prints its counts, and
 * ends with a status other than 0 if something is wrong. Properties: {@link SoakSettings}.
 */
public final class Soak {
    private static final long MIB = 1024 * 1024;
    /** What the heap may grow by: caches, pools and compiled code that the warm-up has not filled. */
    private static final long MOST_GROWTH = 6 * MIB;
    /** Of all that can be reached after the warm-up. */
    private static final double MOST_GROWTH_SHARE = 0.15;
    /** For how long a request may be open at the vendor after its client was told the end. */
    private static final Duration SETTLES = Duration.ofSeconds(20);

    private static final int MOST_ATTEMPTS = 5;

    private final SoakSettings settings;
    private final Vertx vertx;
    private final SoakVendor vendor;
    private final Tally tally = new Tally();
    private final List<String> failures = new ArrayList<>();

    private Soak(SoakSettings settings, Vertx vertx) {
        this.settings = settings;
        this.vertx = vertx;
        this.vendor = new SoakVendor(vertx, new SplittableRandom(settings.seed()));
    }

    /** Soaks, prints and ends. */
    public static void main(String[] args) throws IOException, InterruptedException {
        SoakReport report = run(SoakSettings.read());
        System.out.println(report.counts());
        report.failures().forEach(failure -> System.out.println("WRONG: " + failure));
        System.out.println(report.failures().isEmpty() ? "All is well." : "Failed.");
        System.exit(report.failures().isEmpty() ? 0 : 1);
    }

    /**
     * Soaks.
     *
     * @throws IOException if the gateway could not be started or did not answer
     */
    public static SoakReport run(SoakSettings settings) throws IOException, InterruptedException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try {
            return new Soak(settings, vertx).soak();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private SoakReport soak() throws IOException, InterruptedException {
        Path logs = Files.createTempDirectory("dragoman-soak");
        int port = freePort();
        int vendorPort = vendor.listen();
        SoakGateway gateway = new SoakGateway(settings.root(), vendorPort, MOST_ATTEMPTS);
        try (ServerProcess process = gateway.start(port, logs)) {
            Clients clients =
                    new Clients(vertx, new SplittableRandom(~settings.seed()), tally, port, SoakGateway.MODELS);
            Duration warmUp = settings.duration().dividedBy(3);
            clients.ask(settings.clients(), warmUp).join();
            settle();
            long before = LiveHeap.bytes(process.pid());
            int requestsBefore = onLoop(tally::total);
            clients.ask(settings.clients(), settings.duration().minus(warmUp)).join();
            settle();
            long after = LiveHeap.bytes(process.pid());
            return onLoop(() -> report(before, after, requestsBefore, SoakGateway.defects(logs)));
        }
    }

    /** Waits until the vendor has nothing under way. */
    private void settle() throws InterruptedException {
        long end = System.nanoTime() + SETTLES.toNanos();
        while (onLoop(vendor::open) > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private SoakReport report(long before, long after, int warmUp, List<String> defects) {
        check(vendor.open() == 0, vendor.open() + " requests are still open at the vendor");
        check(vendor.strangeContinuations() == 0, "answers were continued that nobody had begun");
        check(
                vendor.requests() <= tally.total() * MOST_ATTEMPTS,
                "the vendor was asked more often than max-attempts allows");
        check(tally.count(Outcome.WRONG) == 0, tally.count(Outcome.WRONG) + " answers are wrong");
        failures.addAll(tally.wrong());
        tally.barren().forEach(kind -> failures.add("not one answer from " + kind));
        long growth = after - before;
        check(
                growth <= MOST_GROWTH + before * MOST_GROWTH_SHARE,
                "the heap has grown by " + growth / 1024 + " KiB after the warm-up");
        defects.forEach(line -> failures.add("in the gateway's log: " + line));
        return new SoakReport(counts(before, after, warmUp), failures);
    }

    private String counts(long before, long after, int warmUp) {
        StringBuilder outcomes = new StringBuilder();
        for (Outcome outcome : Outcome.values()) {
            outcomes.append(", ").append(tally.count(outcome)).append(' ').append(outcome);
        }
        return "Seed " + settings.seed() + ", " + settings.duration().toSeconds() + " s, " + settings.clients()
                + " clients at a time\n"
                + "Requests of clients: " + tally.total() + outcomes + "\n"
                + tally.table()
                + "Requests to the vendor: " + vendor.requests() + ", " + vendor.continuations()
                + " of them to continue an answer; faults made: " + vendor.faults() + "\n"
                + "At the end: " + vendor.open() + " requests open, " + vendor.connections()
                + " idle connections in the gateway's pools\n"
                + "Live heap: " + before / 1024 + " KiB after " + warmUp + " requests, " + after / 1024 + " KiB after "
                + tally.total();
    }

    private void check(boolean right, String what) {
        if (!right) {
            failures.add(what);
        }
    }

    private <T> T onLoop(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        vertx.runOnContext(nothing -> answer.complete(question.get()));
        return answer.join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
