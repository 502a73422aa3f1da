// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.ChatClient;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseAssembler;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChatClientTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("quarkus.dragoman.model.friendly.targets", "demo/chat");

    @Inject
    ChatClient chat;

    @Test
    void answers() {
        var response = chat.chat(ChatRequest.builder("demo/chat").user("Hello").build())
                .await()
                .indefinitely();
        assertThat(response.text()).contains("Hello");
        assertThat(response.losses()).isEmpty();
    }

    @Test
    void streams() {
        List<ChatEvent> events = chat.stream(
                        ChatRequest.builder("friendly").user("Hello").build())
                .collect()
                .asList()
                .await()
                .indefinitely();
        ResponseAssembler assembler = new ResponseAssembler();
        events.forEach(assembler);
        assertThat(assembler.response().text()).contains("Hello");
        assertThat(events).hasSizeGreaterThan(10);
    }

    @Test
    void stops_when_it_is_cancelled() {
        assertThat(chat.stream(ChatRequest.builder("demo/chat").user("Hello").build())
                        .select()
                        .first(3)
                        .collect()
                        .asList()
                        .await()
                        .indefinitely())
                .hasSize(3);
    }

    @Test
    void fails_with_what_went_wrong() {
        ChatRequest request = ChatRequest.builder("nobody/x").user("Hello").build();
        ChatException whole = catchThrowableOfType(
                ChatException.class, () -> chat.chat(request).await().indefinitely());
        ChatException streamed = catchThrowableOfType(
                ChatException.class,
                () -> chat.stream(request).collect().asList().await().indefinitely());
        assertThat(whole.error().kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(streamed.error().kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }
}
