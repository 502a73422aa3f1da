// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.ChatRequestBuilder;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.EventGrammar;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.FinishReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the demo model said to a request; its order was checked.
 *
 * @param events all events
 */
record Heard(List<ChatEvent> events) {
    static final Instant NOW = Instant.ofEpochSecond(1_790_000_000L);

    static Heard of(ChatRequestBuilder builder) {
        return of(builder.build());
    }

    static Heard of(ChatRequest request) {
        DemoModel model = new DemoModel(() -> NOW, () -> "0123456789abcdef0123456789abcdef");
        List<ChatEvent> events = new ArrayList<>();
        model.stream(request, events::add);
        EventGrammar grammar = new EventGrammar();
        events.forEach(grammar);
        grammar.end();
        List<ChatEvent> again = new ArrayList<>();
        model.stream(request, again::add);
        assertThat(again).isEqualTo(events);
        return new Heard(events);
    }

    static ChatRequestBuilder chat(String prompt) {
        return ChatRequest.builder("chat").user(prompt);
    }

    ChatResponse response() {
        ResponseAssembler assembler = new ResponseAssembler();
        events.forEach(assembler);
        return assembler.response();
    }

    String text() {
        return response().text();
    }

    FinishReason finish() {
        return response().choices().get(0).finishReason();
    }

    <E extends ChatEvent> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
