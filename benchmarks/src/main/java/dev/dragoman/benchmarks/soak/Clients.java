// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** Clients of both dialects, each with one request after the other: some read slowly, some leave. Runs on one event loop. */
final class Clients {
    private static final int MANNERS = 20;
    /** Of clients that read slowly: what they do not read must not find room on the way. */
    private static final int SMALL_BUFFER = 4096;

    private static final int LONG_STORY = 1500;
    private static final int SHORT_STORY = 60;

    private final Vertx vertx;
    private final RandomGenerator random;
    private final Tally tally;
    private final HttpClient client;
    private final HttpClient slowly;
    private final int port;
    private final List<String> models;
    private long numbers;

    Clients(Vertx vertx, RandomGenerator random, Tally tally, int port, List<String> models) {
        this.vertx = vertx;
        this.random = random;
        this.tally = tally;
        this.port = port;
        this.models = models;
        this.client = client(new HttpClientOptions());
        this.slowly = client(new HttpClientOptions().setReceiveBufferSize(SMALL_BUFFER));
    }

    private HttpClient client(HttpClientOptions options) {
        return vertx.createHttpClient(options.setTcpNoDelay(true), new PoolOptions().setHttp1MaxSize(1024));
    }

    /** Has so many clients ask for so long; completes when the last answer has ended. */
    CompletableFuture<Void> ask(int clients, Duration time) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        long end = System.nanoTime() + time.toNanos();
        int[] left = {clients};
        vertx.runOnContext(nothing -> {
            for (int i = 0; i < clients; i++) {
                next(end, () -> {
                    if (--left[0] == 0) {
                        done.complete(null);
                    }
                });
            }
        });
        return done;
    }

    private void next(long end, Runnable done) {
        if (System.nanoTime() >= end) {
            done.run();
            return;
        }
        boolean stream = random.nextInt(3) > 0;
        Conversation.Manner manner = manner(stream);
        boolean slow = manner == Conversation.Manner.SLOW;
        Story story = new Story(++numbers, slow ? LONG_STORY : 1 + random.nextInt(SHORT_STORY));
        Wire wire = random.nextBoolean() ? Wires.OPENAI : Wires.ANTHROPIC;
        String model = models.get(random.nextInt(models.size()));
        Conversation conversation = new Conversation(vertx, wire, story, stream, manner, verdict -> {
            tally.count(wire, model, stream, verdict);
            next(end, done);
        });
        RequestOptions target = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(wire.path());
        conversation.start(
                (slow ? slowly : client).request(target),
                wire.ask(story, model, stream).toBuffer());
    }

    private Conversation.Manner manner(boolean stream) {
        return switch (random.nextInt(MANNERS)) {
            case 0, 1 -> Conversation.Manner.LEAVES;
            case 2 -> stream ? Conversation.Manner.SLOW : Conversation.Manner.PATIENT;
            default -> Conversation.Manner.PATIENT;
        };
    }
}
