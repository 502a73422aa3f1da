// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.trace;

import dev.dragoman.runtime.attempt.RunListener;
import dev.dragoman.runtime.attempt.RunWatch;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/**
 * Makes a span of each request and one of each attempt below it, with the application's {@link OpenTelemetry} bean. Without such a
 * bean there are none.
 */
@Singleton
public final class OpenTelemetryRuns implements RunListener {
    private final Tracer tracer;

    OpenTelemetryRuns(Instance<OpenTelemetry> telemetry) {
        tracer = (telemetry.isResolvable() ? telemetry.get() : OpenTelemetry.noop()).getTracer("dev.dragoman");
    }

    @Override
    public RunWatch begins(String client, String model) {
        Context parent = Context.current();
        Span span = tracer.spanBuilder(GenAi.CHAT + ' ' + model)
                .setParent(parent)
                .setAttribute(GenAi.OPERATION, GenAi.CHAT)
                .setAttribute(GenAi.REQUEST_MODEL, model)
                .setAttribute(GenAi.CLIENT, client)
                .startSpan();
        return span.isRecording() ? new RunSpans(tracer, parent.with(span), span) : RunWatch.NONE;
    }
}
