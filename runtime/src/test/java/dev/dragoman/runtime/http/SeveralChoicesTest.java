// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import static dev.dragoman.runtime.http.ScriptedVendor.DONE;
import static dev.dragoman.runtime.http.ScriptedVendor.STREAM_HEAD;
import static dev.dragoman.runtime.http.ScriptedVendor.answer;
import static dev.dragoman.runtime.http.ScriptedVendor.delta;
import static dev.dragoman.runtime.http.ScriptedVendor.finish;
import static dev.dragoman.runtime.http.ScriptedVendor.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.EventGrammar;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.runtime.provider.Provider;
import dev.dragoman.runtime.provider.ProviderCall;
import io.vertx.core.net.NetSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several answers of a vendor that makes one at a time. */
class SeveralChoicesTest {
    private final VendorFixture fixture = new VendorFixture();
    private final AtomicInteger calls = new AtomicInteger();
    private final Losses losses = new Losses();
    private ScriptedVendor vendor;

    @AfterEach
    void close() throws Exception {
        vendor.close();
        fixture.close();
    }

    /** A vendor whose script is told which call it answers, from 1. */
    private Provider provider(BiConsumer<Integer, NetSocket> script) throws Exception {
        vendor = new ScriptedVendor(fixture.vertx, socket -> script.accept(calls.incrementAndGet(), socket));
        return fixture.singleMinded(vendor.baseUrl());
    }

    private static ChatRequest request(int choices, boolean stream) {
        return ChatRequest.builder("m").user("Hi").seed(7L).choiceCount(choices).stream(stream)
                .build();
    }

    private static List<String> texts(ChatResponse response) {
        List<String> texts = new ArrayList<>();
        for (Choice choice : response.choices()) {
            assertThat(choice.index()).isEqualTo(texts.size());
            texts.add(((Text) choice.message().parts().get(0)).text());
        }
        return texts;
    }

    @Test
    void whole_answers_are_asked_for_one_by_one_and_merged() throws Exception {
        Provider provider = provider((call, socket) -> socket.write(answer("same")));
        ProviderCall call = provider.call(request(3, false), losses);
        assertThat(losses.toList())
                .allMatch(loss -> loss.kind() == LossKind.EMULATED)
                .extracting("path")
                .containsExactly("choiceCount", "sampling.seed");
        assertThat(calls).hasValue(0);
        assertThat(texts(fixture.answer(call).answer().decode())).containsExactly("same", "same", "same");
        assertThat(calls).hasValue(3);
        List<String> requests = List.of(vendor.request(), vendor.request(), vendor.request());
        assertThat(requests).noneMatch(request -> request.contains("\"n\":"));
        assertThat(requests).anyMatch(request -> request.contains("\"seed\":7"));
        assertThat(requests).anyMatch(request -> request.contains("\"seed\":9"));
    }

    @Test
    void streams_interleave_and_end_once() throws Exception {
        Provider provider = provider((call, socket) -> {
            socket.write(STREAM_HEAD + delta("a" + call));
            socket.write(delta("b" + call) + finish() + DONE);
        });
        List<ChatEvent> events =
                fixture.stream(provider.call(request(3, true), losses)).events();
        EventGrammar grammar = new EventGrammar();
        ResponseAssembler assembler = new ResponseAssembler();
        events.forEach(event -> {
            grammar.accept(event);
            assembler.accept(event);
        });
        grammar.end();
        assertThat(events)
                .filteredOn(ChatEvent.ResponseStarted.class::isInstance)
                .hasSize(1);
        assertThat(texts(assembler.response())).containsExactlyInAnyOrder("a1b1", "a2b2", "a3b3");
        assertThat(calls).hasValue(3);
    }

    @Test
    void a_reader_that_stops_gets_nothing_more_until_it_goes_on() throws Exception {
        Provider provider = provider((call, socket) -> socket.write(STREAM_HEAD + delta("a") + finish() + DONE));
        RecordingStream stream = fixture.unread(provider.call(request(2, true), losses));
        stream.awaitContent();
        assertThat(stream.ended()).isNotDone();
        stream.read();
        assertThat(stream.last()).isInstanceOf(ChatEvent.ResponseEnded.class);
    }

    @Test
    void the_first_failure_ends_all() throws Exception {
        Provider provider = provider((call, socket) -> {
            if (call == 2) {
                socket.write(whole("429 Too Many Requests", "{\"error\":{\"message\":\"slow down\"}}"));
            }
        });
        RecordingAnswer answer = fixture.answer(provider.call(request(2, false), losses));
        assertThat(answer.error().kind()).isEqualTo(ErrorKind.RATE_LIMIT);
        vendor.closed().get(5, TimeUnit.SECONDS);
    }

    @Test
    void the_first_broken_stream_ends_all() throws Exception {
        Provider provider = provider((call, socket) -> {
            socket.write(STREAM_HEAD + delta("a"));
            if (call == 2) {
                socket.close();
            }
        });
        RecordingStream stream = fixture.stream(provider.call(request(2, true), losses));
        assertThat(stream.last()).isInstanceOf(ChatEvent.StreamFailed.class);
        assertThat(stream.events()).filteredOn(ChatEvent::isTerminal).hasSize(1);
    }

    @Test
    void a_cancelled_stream_ends_each_call() throws Exception {
        Provider provider = provider((call, socket) -> socket.write(STREAM_HEAD + delta("a")));
        RecordingStream stream = fixture.unread(provider.call(request(2, true), losses));
        stream.awaitContent();
        stream.cancel();
        vendor.closed().get(5, TimeUnit.SECONDS);
        assertThat(stream.ended()).isNotDone();
    }

    @Test
    void too_many_are_refused_before_anything_is_sent() throws Exception {
        Provider provider = provider((call, socket) -> {});
        assertThatThrownBy(() -> provider.call(request(129, false), losses))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.error().kind()).isEqualTo(ErrorKind.INVALID_REQUEST));
        assertThat(vendor.connections()).isZero();
    }

    @Test
    void one_answer_is_one_call() throws Exception {
        Provider provider = provider((call, socket) -> socket.write(answer("only")));
        assertThat(provider.asksRepeatedly(request(1, false))).isFalse();
        assertThat(texts(fixture.answer(provider.call(request(1, false), losses))
                        .answer()
                        .decode()))
                .containsExactly("only");
        assertThat(calls).hasValue(1);
        assertThat(losses.toList()).noneMatch(loss -> loss.kind() == LossKind.EMULATED);
    }
}
