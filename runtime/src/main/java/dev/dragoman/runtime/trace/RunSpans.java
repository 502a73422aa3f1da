// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.trace;

import dev.dragoman.loss.Loss;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.runtime.attempt.AttemptLog;
import dev.dragoman.runtime.attempt.RunWatch;
import dev.dragoman.runtime.routing.Route;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one run. Counts of tokens stand at the attempts alone, so that whoever adds them up counts none twice. Nothing of what
 * is asked or answered is in any of them.
 */
final class RunSpans implements RunWatch {
    /** Longest path of a loss: a client chooses the names in it. */
    private static final int LONGEST_PATH = 256;

    private final Tracer tracer;
    private final Context context;
    private final Span run;
    private final List<String> finishReasons = new ArrayList<>(1);
    private @Nullable Span attempt;
    private long attempts;

    /** @param context of what happens within the run */
    RunSpans(Tracer tracer, Context context, Span run) {
        this.tracer = tracer;
        this.context = context;
        this.run = run;
    }

    @Override
    public boolean isCurious() {
        return true;
    }

    @Override
    public void begins(Route route) {
        attempts++;
        finishReasons.clear();
        attempt = tracer.spanBuilder(GenAi.CHAT + ' ' + route.model())
                .setParent(context)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(GenAi.OPERATION, GenAi.CHAT)
                .setAttribute(GenAi.PROVIDER, GenAi.provider(route.provider().adapter()))
                .setAttribute(GenAi.REQUEST_MODEL, route.model())
                .setAttribute(GenAi.ASKED, route.provider().name())
                .startSpan();
    }

    @Override
    public void told(ChatEvent event) {
        Span span = attempt;
        if (span == null) {
            return;
        }
        if (event instanceof ChatEvent.ResponseStarted started) {
            span.setAttribute(GenAi.RESPONSE_ID, started.id());
            span.setAttribute(GenAi.RESPONSE_MODEL, started.model());
        } else if (event instanceof ChatEvent.UsageReported reported) {
            span.setAttribute(GenAi.INPUT_TOKENS, reported.usage().inputTokens());
            span.setAttribute(GenAi.OUTPUT_TOKENS, reported.usage().outputTokens());
        } else if (event instanceof ChatEvent.ChoiceFinished finished) {
            finishReasons.add(word(finished.reason().kind()));
            span.setAttribute(GenAi.FINISH_REASONS, finishReasons);
        }
    }

    @Override
    public void attempted(Route route, String outcome, Duration duration) {
        Span span = attempt;
        if (span == null) { // nobody was asked
            run.addEvent(
                    "dragoman." + outcome,
                    Attributes.of(GenAi.ASKED, route.provider().name(), GenAi.REQUEST_MODEL, route.model()));
        } else {
            attempt = null;
            end(span, outcome);
        }
    }

    @Override
    public void ended(String outcome, @Nullable Route server, List<Loss> losses) {
        Span open = attempt;
        if (open != null) {
            end(open, outcome);
        }
        for (Loss loss : losses) {
            String path = loss.path();
            run.addEvent(
                    GenAi.LOSS,
                    Attributes.of(
                            GenAi.LOSS_PATH, path.substring(0, Math.min(path.length(), LONGEST_PATH)),
                            GenAi.LOSS_KIND, word(loss.kind()),
                            GenAi.LOSS_SEVERITY, word(loss.severity())));
        }
        run.setAttribute(GenAi.ATTEMPTS, attempts);
        run.setAttribute(GenAi.SERVED_BY, server == null ? null : server.name());
        end(run, outcome);
    }

    private static void end(Span span, String outcome) {
        if (!outcome.equals(AttemptLog.OK)) {
            span.setAttribute(GenAi.ERROR_TYPE, outcome);
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
