// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.adapters.ollama.chat.OllamaChatDialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.loss.Losses;
import dev.dragoman.media.MediaIntake;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.runtime.provider.Answer;
import dev.dragoman.runtime.provider.AnswerSink;
import dev.dragoman.runtime.provider.CallHandle;
import dev.dragoman.runtime.provider.ProviderCall;
import dev.dragoman.runtime.provider.StreamHandle;
import dev.dragoman.runtime.provider.StreamSink;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MediaFetchingTest {
    private static final MediaIntake OLLAMA = new OllamaChatDialect().mediaIntake();

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private MediaServer server;
    private MediaFetching fetching;

    @BeforeEach
    void start() throws Exception {
        server = new MediaServer(vertx);
        server.serves("/a.png", "image/png", MediaServer.PNG);
        Duration patience = Duration.ofSeconds(20);
        MediaLimits limits = new MediaLimits(1_000, 2_000, 2, 2, patience, patience, Set.of("image/png"));
        fetching = new MediaFetching(new MediaFetcher(
                vertx,
                UrlRules.of(true, List.of("a.example:" + server.port())),
                limits,
                address -> true,
                host -> Future.succeededFuture(List.of(InetAddress.getLoopbackAddress()))));
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private ChatRequest asking(String... urls) {
        List<Part> parts = new ArrayList<>();
        parts.add(Text.of("Look"));
        for (String url : urls) {
            parts.add(Image.of(MediaSource.Url.of(url)));
        }
        return ChatRequest.builder("m").user(parts.toArray(Part[]::new)).build();
    }

    /** Encodes for Ollama, and tells the body when it is sent. */
    private ProviderCall ready(ChatRequest request, Losses losses) {
        byte[] body = new OllamaChatDialect()
                .requestEncoder()
                .encode(request, EncodeContext.toVendor(losses, "ollama"))
                .body();
        String text = new String(body, StandardCharsets.UTF_8);
        return new ProviderCall() {
            @Override
            public CallHandle answer(AnswerSink sink) {
                told.add("sent " + text);
                return () -> told.add("cancelled");
            }

            @Override
            public StreamHandle stream(StreamSink sink) {
                told.add("sent " + text);
                return new StreamHandle() {
                    @Override
                    public void fetch() {
                        told.add("fetched");
                    }

                    @Override
                    public void cancel() {
                        told.add("cancelled");
                    }
                };
            }
        };
    }

    private ProviderCall call(ChatRequest request, Losses losses) {
        return fetching.call(request, () -> OLLAMA, losses, this::ready);
    }

    private String next() throws InterruptedException {
        return String.valueOf(told.poll(20, TimeUnit.SECONDS));
    }

    private static String lost(Losses losses) {
        return losses.toList().stream()
                .map(loss -> loss.path() + " " + loss.kind())
                .collect(Collectors.joining("; "));
    }

    private void answer(ProviderCall call) {
        vertx.getOrCreateContext()
                .runOnContext(now -> call.answer(new AnswerSink() {
                    @Override
                    public void answered(Answer answer) {
                        told.add("answered");
                    }

                    @Override
                    public void failed(ChatError error) {
                        told.add("failed " + error.code() + " " + error.param());
                    }
                }));
    }

    @Test
    void pitfall_31_an_address_is_fetched_for_a_vendor_that_takes_bytes() throws Exception {
        Losses losses = new Losses();
        answer(call(asking(server.url("a.example", "/a.png")), losses));
        assertThat(next()).startsWith("sent ").contains("\"images\":[\"iVBORw0KGgoAAAAN\"]");
        assertThat(lost(losses)).isEqualTo("messages[0].parts[1].source EMULATED");
    }

    @Test
    void pitfall_31_what_may_not_be_fetched_is_left_out_and_reported_as_without_fetching() throws Exception {
        Losses losses = new Losses();
        answer(call(asking("https://elsewhere.example/a.png"), losses));
        assertThat(next()).startsWith("sent ").doesNotContain("images");
        Losses without = new Losses();
        MediaFetching.OFF.call(asking(server.url("a.example", "/a.png")), () -> OLLAMA, without, this::ready);
        assertThat(lost(losses)).isEqualTo(lost(without)).isEqualTo("messages[0].parts[1] DROPPED");
        assertThat(server.asked).isEmpty();
    }

    @Test
    void nothing_is_fetched_for_a_vendor_that_fetches_itself() throws Exception {
        ProviderCall call = fetching.call(
                asking(server.url("a.example", "/a.png")), () -> MediaIntake.ANY, new Losses(), this::ready);
        answer(call);
        assertThat(next()).startsWith("sent ");
        assertThat(server.asked).isEmpty();
    }

    @Test
    void what_cannot_be_fetched_fails_the_call_before_it_is_sent() throws Exception {
        answer(call(asking(server.url("a.example", "/missing.png")), new Losses()));
        assertThat(next()).isEqualTo("failed media_unreachable messages[0].parts[1].source");
        assertThat(told).isEmpty();
    }

    @Test
    void more_than_may_be_fetched_is_refused_at_once() {
        String url = server.url("a.example", "/a.png");
        assertThatThrownBy(() -> call(asking(url, url, url), new Losses()))
                .isInstanceOfSatisfying(
                        ChatException.class,
                        e -> assertThat(e.error().param()).isEqualTo("messages[0].parts[3].source"));
    }

    @Test
    void a_stream_is_asked_for_when_it_is_there() throws Exception {
        ProviderCall call = call(asking(server.url("a.example", "/a.png")), new Losses());
        vertx.getOrCreateContext().runOnContext(now -> stream(call).fetch());
        assertThat(next()).startsWith("sent ");
        assertThat(next()).isEqualTo("fetched");
    }

    @Test
    void a_failed_stream_says_so_when_it_is_asked() throws Exception {
        ProviderCall call = call(asking(server.url("a.example", "/missing.png")), new Losses());
        vertx.getOrCreateContext().runOnContext(now -> stream(call).fetch());
        assertThat(next()).isEqualTo("failed media_unreachable");
        assertThat(next()).isEqualTo("flushed");
    }

    private StreamHandle stream(ProviderCall call) {
        return call.stream(new StreamSink() {
            @Override
            public void event(ChatEvent event) {
                told.add("failed " + ((ChatEvent.StreamFailed) event).error().code());
            }

            @Override
            public void flush() {
                told.add("flushed");
            }
        });
    }

    @Test
    void pitfall_40_a_client_that_goes_away_ends_the_fetch_and_nothing_is_sent() throws Exception {
        BlockingQueue<CallHandle> handles = new LinkedBlockingQueue<>();
        server.serves("/silent", request -> {
            request.connection().closeHandler(closed -> told.add("closed"));
            told.add("asked");
        });
        ProviderCall call = call(asking(server.url("a.example", "/silent")), new Losses());
        var context = vertx.getOrCreateContext();
        context.runOnContext(now -> handles.add(stream(call)));
        assertThat(next()).isEqualTo("asked");
        CallHandle handle = handles.take();
        context.runOnContext(now -> handle.cancel());
        assertThat(next()).isEqualTo("closed");
        assertThat(told).isEmpty();
    }

    @Test
    void a_client_that_goes_away_later_ends_the_call() throws Exception {
        BlockingQueue<CallHandle> handles = new LinkedBlockingQueue<>();
        ProviderCall call = call(asking(server.url("a.example", "/a.png")), new Losses());
        var context = vertx.getOrCreateContext();
        context.runOnContext(now -> handles.add(stream(call)));
        assertThat(next()).startsWith("sent ");
        CallHandle handle = handles.take();
        context.runOnContext(now -> handle.cancel());
        assertThat(next()).isEqualTo("cancelled");
    }
}
