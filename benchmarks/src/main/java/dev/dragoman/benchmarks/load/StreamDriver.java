// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads streams from a server, so many at a time, and counts frames and errors. Used from one thread. */
final class StreamDriver implements AutoCloseable {
    /**
     * What was seen.
     *
     * @param frames frames a second
     * @param firstMicros median time from the request to the first bytes of the answer's body, in microseconds
     * @param streams streams that ended well
     * @param errors streams that did not
     */
    record Result(double frames, double firstMicros, int streams, int errors) {}

    private static final int MOST_SAMPLES = 1 << 20;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client;
    private final RequestOptions target;
    private final Buffer body;
    private final long[] first = new long[MOST_SAMPLES];
    private int samples;
    private long frames;
    private int streams;
    private int errors;
    private long end;
    private int open;

    StreamDriver(int port, String path, byte[] body, int connections) {
        client = vertx.createHttpClient(
                new HttpClientOptions().setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(connections).setEventLoopSize(1));
        target = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(path)
                .setMethod(HttpMethod.POST)
                .putHeader("content-type", "application/json");
        this.body = Buffer.buffer(body);
    }

    /** Streams for so long, one after the other on each connection. */
    Result run(int connections, double seconds) throws InterruptedException {
        return run(connections, seconds, true);
    }

    /** Streams once on each connection, and waits until all have ended. */
    Result once(int connections, double mostSeconds) throws InterruptedException {
        return run(connections, mostSeconds, false);
    }

    private Result run(int connections, double seconds, boolean again) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        long begin = System.nanoTime();
        vertx.runOnContext(nothing -> {
            samples = 0;
            frames = 0;
            streams = 0;
            errors = 0;
            open = connections;
            end = again ? begin + (long) (seconds * 1e9) : begin;
            for (int i = 0; i < connections; i++) {
                next(done);
            }
        });
        if (!done.await((long) (seconds * 1000) + 30_000, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException(open + " streams hang");
        }
        double took = (System.nanoTime() - begin) / 1e9;
        long[] sorted = Arrays.copyOf(first, samples);
        Arrays.sort(sorted);
        double median = samples == 0 ? Double.NaN : sorted[samples / 2] / 1000.0;
        return new Result(frames / took, median, streams, errors);
    }

    private void next(CountDownLatch done) {
        long asked = System.nanoTime();
        client.request(target)
                .compose(request -> request.send(body))
                .onSuccess(response -> read(response, asked, done))
                .onFailure(failure -> ended(false, done));
    }

    private void read(HttpClientResponse response, long asked, CountDownLatch done) {
        boolean[] begun = {false};
        boolean[] over = {false};
        response.handler(bytes -> {
            if (!begun[0]) {
                begun[0] = true;
                if (samples < MOST_SAMPLES) {
                    first[samples++] = System.nanoTime() - asked;
                }
            }
            count(bytes);
        });
        response.exceptionHandler(failure -> {
            if (!over[0]) {
                over[0] = true;
                ended(false, done);
            }
        });
        response.endHandler(nothing -> {
            if (!over[0]) {
                over[0] = true;
                ended(response.statusCode() == 200 && begun[0], done);
            }
        });
    }

    private void count(Buffer bytes) {
        for (int i = 1; i < bytes.length(); i++) {
            if (bytes.getByte(i) == '\n' && bytes.getByte(i - 1) == '\n') {
                frames++;
            }
        }
    }

    private void ended(boolean well, CountDownLatch done) {
        if (well) {
            streams++;
        } else {
            errors++;
        }
        if (System.nanoTime() < end) {
            next(done);
        } else if (--open == 0) {
            done.countDown();
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
