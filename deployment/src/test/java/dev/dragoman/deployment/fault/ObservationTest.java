// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.fault;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spans and counters of requests, where the application has OpenTelemetry and Micrometer. */
class ObservationTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Vendors.application(SpanStore.class, MeterStore.class);

    private static final String SAID = "said-in-confidence";

    @Inject
    FaultyVendors vendors;

    @Inject
    SpanStore spans;

    @Inject
    MeterRegistry registry;

    @BeforeEach
    void begin() {
        vendors.script("spare", Fault.NONE);
    }

    private static String ask(String path, String model, boolean stream) {
        return given().body("{\"model\":\"" + model + "\",\"stream\":" + stream + ",\"max_tokens\":100,\"top_k\":3,"
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"" + SAID + "\"}]}")
                .post(path)
                .then()
                .extract()
                .asString();
    }

    private static String text(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.stringKey(name));
    }

    private static Long number(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.longKey(name));
    }

    @ParameterizedTest
    @CsvSource({"/v1/chat/completions, false", "/v1/chat/completions, true", "/v1/messages, false", "/v1/messages, true"
    })
    void a_request_is_a_span_and_each_attempt_one_below_it(String path, boolean stream) throws InterruptedException {
        vendors.script("open", Fault.BROKEN, Fault.NONE);
        ask(path, "single-open", stream);

        List<SpanData> ended = spans.take(3);
        assertThat(ended).extracting(SpanData::getName).containsExactly("chat m", "chat m", "chat single-open");
        SpanData failed = ended.get(0);
        SpanData answered = ended.get(1);
        SpanData request = ended.get(2);
        assertThat(List.of(failed, answered)).allSatisfy(attempt -> {
            assertThat(attempt.getParentSpanId()).isEqualTo(request.getSpanId());
            assertThat(attempt.getKind()).isEqualTo(SpanKind.CLIENT);
            assertThat(text(attempt, "gen_ai.operation.name")).isEqualTo("chat");
            assertThat(text(attempt, "gen_ai.provider.name")).isEqualTo("openai");
            assertThat(text(attempt, "gen_ai.request.model")).isEqualTo("m");
            assertThat(text(attempt, "dragoman.provider")).isEqualTo("open");
        });
        assertThat(text(failed, "error.type")).isEqualTo("internal");
        assertThat(text(answered, "error.type")).isNull();
        assertThat(text(answered, "gen_ai.response.model")).isEqualTo("m");
        assertThat(text(answered, "gen_ai.response.id")).isEqualTo("c1");
        assertThat(number(answered, "gen_ai.usage.input_tokens")).isEqualTo(7);
        assertThat(number(answered, "gen_ai.usage.output_tokens")).isEqualTo(3);
        assertThat(answered.getAttributes().get(AttributeKey.stringArrayKey("gen_ai.response.finish_reasons")))
                .containsExactly("stop");
        assertThat(text(request, "dragoman.served_by")).isEqualTo("open/m");
        assertThat(number(request, "dragoman.attempts")).isEqualTo(2);
        assertThat(number(request, "gen_ai.usage.output_tokens")).isNull();
        assertThat(ended.toString()).doesNotContain(SAID, "Good day", "fake-key");
    }

    @Test
    void a_request_that_nobody_answers_is_an_error() throws InterruptedException {
        vendors.script("open", Fault.WRONG);
        ask("/v1/chat/completions", "single-open", false);
        assertThat(spans.take(2))
                .allSatisfy(span -> assertThat(text(span, "error.type")).isEqualTo("invalid-request"));
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void a_loss_is_an_event_and_is_counted(boolean stream) throws InterruptedException {
        vendors.script("open", Fault.NONE);
        double before = losses("anthropic-messages", "open");
        ask("/v1/messages", "single-open", stream);
        SpanData request = spans.take(2).get(1);
        assertThat(request.getEvents())
                .filteredOn(event -> event.getName().equals("dragoman.loss"))
                .extracting(
                        event -> event.getAttributes().get(AttributeKey.stringKey("dragoman.loss.path")),
                        event -> event.getAttributes().get(AttributeKey.stringKey("dragoman.loss.kind")),
                        event -> event.getAttributes().get(AttributeKey.stringKey("dragoman.loss.severity")))
                .contains(tuple("top_k", "dropped", "changes-answer"));
        assertThat(losses("anthropic-messages", "open", before + 1)).isEqualTo(before + 1);
    }

    /** The counter, once it has come so far: spans may end before. */
    private double losses(String client, String provider, double expected) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (losses(client, provider) < expected && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return losses(client, provider);
    }

    private double losses(String client, String provider) {
        Counter counter = registry.find("dragoman.losses")
                .tags("kind", "dropped", "severity", "changes-answer", "client", client, "provider", provider)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void no_tag_of_the_counter_is_a_clients_to_choose() throws InterruptedException {
        vendors.script("open", Fault.NONE);
        double before = losses("anthropic-messages", "open");
        ask("/v1/messages", "single-open", false);
        spans.take(2);
        assertThat(losses("anthropic-messages", "open", before + 1)).isEqualTo(before + 1);
        assertThat(registry.find("dragoman.losses").counters())
                .allSatisfy(counter -> assertThat(counter.getId().getTags())
                        .extracting(Tag::getKey)
                        .containsExactlyInAnyOrder("client", "kind", "provider", "severity"));
    }
}
