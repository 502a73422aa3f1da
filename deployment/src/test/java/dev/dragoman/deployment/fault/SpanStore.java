// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.fault;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What an application with OpenTelemetry has: here one that keeps its spans. */
@Singleton
public class SpanStore {
    private final BlockingQueue<SpanData> ended = new LinkedBlockingQueue<>();

    @Produces
    @Singleton
    OpenTelemetry telemetry() {
        return OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(new Keeper(ended)))
                        .build())
                .build();
    }

    /** The next spans that end, in the order of their ends. A request's span may end after its client has the answer. */
    List<SpanData> take(int count) throws InterruptedException {
        List<SpanData> spans = new ArrayList<>();
        while (spans.size() < count) {
            SpanData next = ended.poll(20, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no more spans than " + spans);
            }
            spans.add(next);
        }
        return spans;
    }

    private record Keeper(Collection<SpanData> ended) implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            ended.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
