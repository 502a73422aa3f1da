// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.ChatClient;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.response.ChatResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only {@code quarkus-dragoman} is on the class path, and nothing is configured. */
@QuarkusTest
class EmbeddedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Assistant assistant;

    @Inject
    ChatClient chat;

    @TestHTTPResource("/v1/chat/completions")
    URI endpoint;

    @Test
    void a_bean_asks_a_model() {
        assertThat(assistant.ask("demo/chat", "Where is the station?").await().atMost(PATIENCE))
                .contains("You wrote: \"Where is the station?\".", "1 instruction");
    }

    @Test
    void pieces_make_the_whole() {
        List<String> pieces = assistant
                .askInPieces("demo/chat", "Where is the station?")
                .collect()
                .asList()
                .await()
                .atMost(PATIENCE);
        assertThat(pieces).hasSizeGreaterThan(10);
        assertThat(String.join("", pieces))
                .isEqualTo(assistant
                        .ask("demo/chat", "Where is the station?")
                        .await()
                        .atMost(PATIENCE));
    }

    @Test
    void a_stream_can_be_folded_and_cancelled() {
        ChatRequest request = ChatRequest.builder("demo/reasoner").user("Hello").build();
        ResponseAssembler assembler = new ResponseAssembler();
        chat.stream(request).collect().asList().await().atMost(PATIENCE).forEach(assembler);
        ChatResponse whole = chat.chat(request).await().atMost(PATIENCE);
        assertThat(assembler.response().choices()).isEqualTo(whole.choices());
        List<ChatEvent> first = chat.stream(request)
                .select()
                .first(3)
                .collect()
                .asList()
                .await()
                .atMost(PATIENCE);
        assertThat(first).hasSize(3);
    }

    @Test
    void failures_are_chat_exceptions() {
        ChatException unknown = catchThrowableOfType(
                ChatException.class,
                () -> assistant.ask("nobody/x", "Hello").await().atMost(PATIENCE));
        assertThat(unknown.error().kind()).isEqualTo(ErrorKind.NOT_FOUND);
        ChatException limited = catchThrowableOfType(
                ChatException.class,
                () -> assistant.ask("demo/error-429", "Hello").await().atMost(PATIENCE));
        assertThat(limited.error().kind()).isEqualTo(ErrorKind.RATE_LIMIT);
        assertThat(limited.error().retryAfter()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void the_endpoints_are_closed() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(404);
    }
}
