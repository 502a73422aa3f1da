// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.fault;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.ChatClient;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseAssembler;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Heartbeats while nothing is to be said, and the application's own client. */
class LivelinessTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION =
            Vendors.application().overrideRuntimeConfigKey("quarkus.dragoman.gateway.heartbeat-interval", "20ms");

    @Inject
    FaultyVendors vendors;

    @Inject
    ChatClient chat;

    @ParameterizedTest
    @CsvSource({"/v1/chat/completions, ': keep-alive'", "/v1/messages, 'event: ping'"})
    void a_client_that_waits_is_told_that_we_are_there_in_its_dialects_way(String path, String heartbeat) {
        vendors.script("open", Fault.WORDLESS);
        vendors.script("spare", Fault.NONE);
        String stream = given().body("{\"model\":\"hasty-open\",\"stream\":true,\"max_tokens\":100,"
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                .post(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(stream).startsWith(heartbeat);
        assertThat(Vendors.text(stream)).isEqualTo("Good day");
    }

    @Test
    void a_stream_that_was_kept_alive_ends_in_an_error() {
        vendors.script("open", Fault.SILENT);
        vendors.script("spare", Fault.WRONG);
        String stream = given().body("{\"model\":\"hasty-open\",\"stream\":true,"
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(stream).startsWith(": keep-alive").contains("\"error\":{").doesNotContain("[DONE]");
    }

    @Test
    void the_applications_client_moves_on_too() {
        vendors.script("open", Fault.RESET, Fault.NONE);
        vendors.script("spare", Fault.NONE);
        ChatRequest request = ChatRequest.builder("hasty-open").user("Hi").build();
        assertThat(chat.chat(request).await().indefinitely().text()).isEqualTo("Good day");
        assertThat(vendors.requests("spare")).hasSize(1);
    }

    @Test
    void the_applications_stream_goes_on_elsewhere() {
        vendors.script("open", Fault.CUT);
        vendors.script("spareclaude", Fault.CONTINUES);
        List<ChatEvent> events = chat.stream(
                        ChatRequest.builder("continued-open").user("Hi").build())
                .collect()
                .asList()
                .await()
                .indefinitely();
        ResponseAssembler assembler = new ResponseAssembler();
        events.forEach(assembler);
        assertThat(assembler.response().text()).isEqualTo("Hello World");
        assertThat(assembler.response().extensions().get("dragoman", "dragoman").toString())
                .contains("pausingopen/m", "spareclaude/claude-sonnet-4-5");
    }
}
