// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/** AWS' own client with bytes in place of a network: what it sends, and what it makes of what it is answered. */
final class BedrockSdk {
    private static final StaticCredentialsProvider FAKE =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDFAKE", "fake-secret"));

    private BedrockSdk() {}

    /** What the client makes of a whole answer. */
    static ConverseResponse converse(int status, String errorType, byte[] body) {
        try (BedrockRuntimeClient client = client(new Whole(status, errorType, body))) {
            return client.converse(request -> request.modelId("m"));
        }
    }

    /** The body that the client sends for a request. */
    static String sent(ConverseRequest request) {
        Whole http = new Whole(200, "", "{}".getBytes(StandardCharsets.UTF_8));
        try (BedrockRuntimeClient client = client(http)) {
            client.converse(request);
        }
        return http.sent;
    }

    private static BedrockRuntimeClient client(SdkHttpClient http) {
        return BedrockRuntimeClient.builder()
                .region(Region.EU_WEST_1)
                .credentialsProvider(FAKE)
                .overrideConfiguration(config -> config.retryStrategy(retry -> retry.maxAttempts(1)))
                .httpClient(http)
                .build();
    }

    /** The events that the client reads from a stream; throws what it throws. */
    static List<ConverseStreamOutput> stream(byte[] eventStream) {
        List<ConverseStreamOutput> events = new ArrayList<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        ConverseStreamResponseHandler handler = ConverseStreamResponseHandler.builder()
                .subscriber(events::add)
                .onError(failure::set)
                .build();
        try (BedrockRuntimeAsyncClient client = BedrockRuntimeAsyncClient.builder()
                .region(Region.EU_WEST_1)
                .credentialsProvider(FAKE)
                .overrideConfiguration(config -> config.retryStrategy(retry -> retry.maxAttempts(1)))
                .httpClient(new Streamed(eventStream))
                .build()) {
            client.converseStream(request -> request.modelId("m"), handler).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
        return events;
    }

    /** Answers each request with these bytes. */
    private static final class Whole implements SdkHttpClient {
        private final int status;
        private final String errorType;
        private final byte[] body;
        private String sent = "";

        Whole(int status, String errorType, byte[] body) {
            this.status = status;
            this.errorType = errorType;
            this.body = body;
        }

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            request.contentStreamProvider().ifPresent(content -> {
                try (InputStream in = content.newStream()) {
                    sent = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    SdkHttpResponse.Builder head =
                            SdkHttpResponse.builder().statusCode(status).putHeader("Content-Type", "application/json");
                    if (!errorType.isEmpty()) {
                        head.putHeader("x-amzn-ErrorType", errorType);
                    }
                    return HttpExecuteResponse.builder()
                            .response(head.build())
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                            .build();
                }

                @Override
                public void abort() {
                    // Nothing is under way.
                }
            };
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** Answers each request with the bytes of a stream. */
    private static final class Streamed implements SdkAsyncHttpClient {
        private final byte[] body;

        Streamed(byte[] body) {
            this.body = body;
        }

        @Override
        public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            request.responseHandler()
                    .onHeaders(SdkHttpResponse.builder()
                            .statusCode(200)
                            .putHeader("Content-Type", "application/vnd.amazon.eventstream")
                            .build());
            request.responseHandler().onStream(subscriber -> {
                subscriber.onSubscribe(new Once(subscriber, body));
                done.complete(null);
            });
            return done;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** Delivers everything at the first demand. */
    private static final class Once implements Subscription {
        private final Subscriber<? super ByteBuffer> subscriber;
        private final byte[] body;
        private boolean over;

        Once(Subscriber<? super ByteBuffer> subscriber, byte[] body) {
            this.subscriber = subscriber;
            this.body = body;
        }

        @Override
        public void request(long count) {
            if (!over) {
                over = true;
                subscriber.onNext(ByteBuffer.wrap(body));
                subscriber.onComplete();
            }
        }

        @Override
        public void cancel() {
            over = true;
        }
    }
}
