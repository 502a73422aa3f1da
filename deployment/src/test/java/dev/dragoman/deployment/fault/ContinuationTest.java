// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.fault;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.QuarkusUnitTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults in the middle of a streamed answer. */
class ContinuationTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Vendors.application();

    @Inject
    FaultyVendors vendors;

    @Inject
    MeterRegistry registry;

    @BeforeEach
    void spares() {
        vendors.script("spare", Fault.NONE);
        vendors.script("spareclaude", Fault.CONTINUES);
    }

    private static String ask(String client, String alias) {
        return given().body("{\"model\":\"" + alias + "\",\"stream\":true,\"max_tokens\":100,"
                        + (client.equals("open") ? "\"stream_options\":{\"include_usage\":true}," : "")
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                .post(client.equals("open") ? "/v1/chat/completions" : "/v1/messages")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @ParameterizedTest
    @CsvSource({
        "open, open, CUT", "open, open, STALLS", "open, open, MALFORMED", "open, open, ENDLESS",
        "claude, open, CUT", "claude, open, STALLS", "claude, open, MALFORMED", "claude, open, ENDLESS",
        "open, claude, CUT", "claude, claude, CUT", "claude, claude, MALFORMED"
    })
    void pitfall_39_a_text_is_continued_by_who_can(String primary, String client, String fault) {
        vendors.script(primary, Fault.valueOf(fault));
        String stream = ask(client, "continued-" + primary);
        assertThat(Vendors.text(stream)).isEqualTo("Hello World");
        assertThat(stream).containsOnlyOnce("\n: dragoman-continued spareclaude/claude-sonnet-4-5\n");
        assertThat(stream)
                .containsOnlyOnce("\n: dragoman-served-by pausing" + primary + "/m, spareclaude/claude-sonnet-4-5\n");
        if (client.equals("open")) {
            assertThat(stream).endsWith("data: [DONE]\n\n").containsOnlyOnce("[DONE]");
            assertThat(stream)
                    .contains("\"dragoman\":{\"served_by\":[\"pausing" + primary
                            + "/m\",\"spareclaude/claude-sonnet-4-5\"]}");
        } else {
            assertThat(stream).containsOnlyOnce("event: message_start").containsOnlyOnce("event: content_block_start");
            assertThat(stream).endsWith("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
        }
        assertThat(stream).doesNotContain("error");
        assertThat(vendors.requests(primary)).hasSize(1);
        assertThat(vendors.requests("spare")).isEmpty();
        JsonArray messages = new JsonObject(vendors.requests("spareclaude").get(0)).getJsonArray("messages");
        assertThat(messages.getJsonObject(messages.size() - 1))
                .isEqualTo(new JsonObject().put("role", "assistant").put("content", "Hel"));
    }

    @Test
    void counts_are_those_of_the_answer() {
        vendors.script("claude", Fault.CUT);
        assertThat(ask("open", "continued-claude")).contains("\"prompt_tokens\":7,\"completion_tokens\":3");
    }

    @ParameterizedTest
    @CsvSource({"open, open", "open, claude", "claude, open", "claude, claude"})
    void pitfall_39_where_nobody_can_the_stream_ends_in_an_error(String primary, String client) {
        vendors.script(primary, Fault.CUT);
        String stream = ask(client, "alone-" + primary);
        assertThat(Vendors.text(stream)).isEqualTo("Hel");
        assertThat(stream).contains("\"error\":{").doesNotContain("[DONE]", "message_stop");
        assertThat(vendors.requests("spare")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"open", "claude"})
    void pitfall_39_a_target_that_refuses_to_continue_is_not_what_the_client_hears_of(String primary) {
        vendors.script(primary, Fault.CUT);
        vendors.script("spareclaude", Fault.WRONG);
        String stream = ask("open", "continued-" + primary);
        assertThat(Vendors.text(stream)).isEqualTo("Hel");
        assertThat(stream).contains("broke off its answer").doesNotContain("[DONE]", "wrong", "dragoman-continued");
        assertThat(vendors.requests("spareclaude")).hasSize(1);
    }

    @Test
    void a_continuation_that_breaks_off_ends_in_an_error() {
        vendors.script("open", Fault.CUT);
        vendors.script("spareclaude", Fault.CUT);
        String stream = ask("open", "continued-open");
        assertThat(Vendors.text(stream)).isEqualTo("HelHel");
        assertThat(stream).contains("\"error\":{").doesNotContain("[DONE]");
    }

    @ParameterizedTest
    @CsvSource({"open", "claude"})
    void a_target_may_pause_for_less_long_than_its_provider(String primary) {
        vendors.script(primary, Fault.STALLS);
        String stream = ask("open", "restless-" + primary);
        assertThat(Vendors.text(stream)).isEqualTo("Hel");
        assertThat(stream).contains("did not go on with its answer within 400 ms");
    }

    @Test
    void attempts_are_counted_apart() {
        vendors.script("claude", Fault.CUT);
        ask("open", "continued-claude");
        assertThat(registry.find("dragoman.attempts")
                        .tags("provider", "pausingclaude", "outcome", "upstream")
                        .timer())
                .isNotNull();
        assertThat(registry.find("dragoman.attempts")
                        .tags("provider", "spareclaude", "outcome", "ok")
                        .timer())
                .isNotNull();
    }
}
