// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.media.MediaKind;
import dev.dragoman.media.WantedMedia;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaFetcherTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg");

    private final Vertx vertx = Vertx.vertx();
    private final Queue<String> lookedUp = new ConcurrentLinkedQueue<>();
    private MediaServer server;
    private MediaFetcher fetcher;

    @BeforeEach
    void start() throws Exception {
        server = new MediaServer(vertx);
        server.serves("/a.png", "image/png", MediaServer.PNG);
        fetcher = fetcher(LONG, 1_000, 2_000);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** Hosts ending in .public are admitted; all are really here. */
    private MediaFetcher fetcher(Duration time, long item, long total) {
        MediaLimits limits = new MediaLimits(item, total, 4, 2, LONG, time, Set.of("image/png", "text/plain"));
        UrlRules rules = UrlRules.of(true, List.of("*.public:" + server.port(), "*.private:" + server.port()));
        return new MediaFetcher(
                vertx, rules, limits, address -> address.getHostName().endsWith(".public"), this::resolve);
    }

    private Future<List<InetAddress>> resolve(String host) {
        lookedUp.add(host);
        try {
            byte[] loopback = {127, 0, 0, 1};
            List<InetAddress> addresses = new ArrayList<>();
            if (!host.startsWith("unknown")) {
                addresses.add(InetAddress.getByAddress(host, loopback));
            }
            if (host.startsWith("mixed")) {
                addresses.add(InetAddress.getByAddress("mixed.private", loopback));
            }
            return Future.succeededFuture(addresses);
        } catch (UnknownHostException e) {
            return Future.failedFuture(e);
        }
    }

    private static WantedMedia wanted(String path, String url) {
        return new WantedMedia(path, MediaKind.IMAGE, url, TYPES);
    }

    private Map<String, MediaSource.Base64> fetch(WantedMedia... wanted) throws Exception {
        CompletableFuture<Map<String, MediaSource.Base64>> result = new CompletableFuture<>();
        Context context = vertx.getOrCreateContext();
        context.runOnContext(now -> new MediaRun(fetcher).start(List.of(wanted)).onComplete(done -> {
            if (Vertx.currentContext() != context) {
                result.completeExceptionally(new AssertionError("on another context"));
            } else if (done.succeeded()) {
                result.complete(done.result());
            } else {
                result.completeExceptionally(done.cause());
            }
        }));
        return result.get(30, TimeUnit.SECONDS);
    }

    private ChatError fault(String url) throws Exception {
        return fault(wanted("p", url));
    }

    private ChatError fault(WantedMedia... wanted) throws Exception {
        try {
            throw new AssertionError("fetched " + fetch(wanted).keySet());
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(ChatException.class);
            ChatError error = ((ChatException) e.getCause()).error();
            assertThat(error.status()).isEqualTo(400);
            assertThat(error.message()).doesNotContain("127.0.0.1", "http://");
            return error;
        }
    }

    private String url(String path) {
        return server.url("a.public", path);
    }

    @Test
    void a_picture_is_fetched_in_base64() throws Exception {
        Map<String, MediaSource.Base64> contents = fetch(wanted("x", url("/a.png?b=%20c")), wanted("y", url("/a.png")));
        MediaSource.Base64 png =
                new MediaSource.Base64("image/png", Base64.getEncoder().encodeToString(MediaServer.PNG));
        assertThat(contents).containsOnly(Map.entry("x", png), Map.entry("y", png));
        assertThat(server.asked)
                .containsExactlyInAnyOrder(
                        "a.public:" + server.port() + "/a.png?b=%20c", "a.public:" + server.port() + "/a.png");
    }

    @Test
    void the_same_address_is_fetched_once() throws Exception {
        assertThat(fetch(wanted("x", url("/a.png")), wanted("y", url("/a.png"))))
                .containsOnlyKeys("x", "y");
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void no_credential_and_no_cookie_is_sent() throws Exception {
        Queue<String> headers = new ConcurrentLinkedQueue<>();
        server.serves("/h.png", request -> {
            headers.addAll(request.headers().names());
            request.response().putHeader("content-type", "image/png").end(Buffer.buffer(MediaServer.PNG));
        });
        fetch(wanted("x", url("/h.png")));
        assertThat(headers).containsExactlyInAnyOrder("accept", "accept-encoding", "connection", "host", "user-agent");
    }

    @Test
    void the_bytes_tell_the_type_where_the_server_does_not() throws Exception {
        server.serves("/x", "application/octet-stream", MediaServer.PNG);
        assertThat(fetch(wanted("x", url("/x"))).get("x").mediaType()).isEqualTo("image/png");
    }

    @Test
    void redirects_are_followed_and_each_is_checked() throws Exception {
        server.redirects("/1", server.url("b.public", "/2")).redirects("/2", "/a.png");
        assertThat(fetch(wanted("x", url("/1")))).containsOnlyKeys("x");
        assertThat(lookedUp).containsExactly("a.public", "b.public", "b.public");

        server.redirects("/3", server.url("c.private", "/a.png"));
        assertThat(fault(url("/3")).code()).isEqualTo("media_refused");
        server.redirects("/4", "http://elsewhere.example/a.png");
        assertThat(fault(url("/4")).code()).isEqualTo("media_refused");
        server.redirects("/5", "/5");
        assertThat(fault(url("/5")).message()).contains("too often");
        server.redirects("/6", "http://[");
        assertThat(fault(url("/6")).code()).isEqualTo("media_unreachable");
        assertThat(server.asked).noneMatch(asked -> asked.startsWith("c.private"));
    }

    @Test
    void a_host_at_a_private_address_is_refused_before_anything_is_sent() throws Exception {
        assertThat(fault(server.url("a.private", "/a.png")).message()).contains("is not at a public address");
        assertThat(server.asked).isEmpty();
    }

    @Test
    void one_private_address_among_public_ones_is_enough_to_refuse() throws Exception {
        assertThat(fault(server.url("mixed.public", "/a.png")).code()).isEqualTo("media_refused");
        assertThat(server.asked).isEmpty();
    }

    /** The name is looked up once a step: what it means afterwards does not matter. */
    @Test
    void the_checked_address_is_the_one_that_is_connected_to() throws Exception {
        fetch(wanted("x", url("/a.png")));
        assertThat(lookedUp).containsExactly("a.public");
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void the_real_rule_refuses_this_machine_by_name_and_by_number() throws Exception {
        MediaLimits limits = new MediaLimits(1_000, 1_000, 4, 2, LONG, LONG, Set.of("image/png"));
        UrlRules rules = new UrlRules(
                true,
                List.of(
                        new UrlRules.Host("localhost", server.port()),
                        new UrlRules.Host("127.0.0.1", server.port()),
                        new UrlRules.Host("::ffff:127.0.0.1", server.port()),
                        new UrlRules.Host("::1", server.port())));
        fetcher = new MediaFetcher(vertx, rules, limits);
        for (String host : List.of("localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]")) {
            assertThat(fault(server.url(host, "/a.png")).code()).as(host).isEqualTo("media_refused");
        }
        assertThat(server.asked).isEmpty();
    }

    @Test
    void hosts_that_do_not_exist_and_addresses_that_are_not_allowed() throws Exception {
        assertThat(fault(server.url("unknown.public", "/a.png")).code()).isEqualTo("media_unreachable");
        assertThat(fault("https://example.com/a.png").code()).isEqualTo("media_refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/length", "/chunks", "/gzip"})
    void what_is_too_large_is_not_read_to_its_end(String path) throws Exception {
        byte[] large = new byte[1_001];
        System.arraycopy(MediaServer.PNG, 0, large, 0, MediaServer.PNG.length);
        server.serves("/length", "image/png", large)
                .serves("/chunks", request -> {
                    request.response().setChunked(true).putHeader("content-type", "image/png");
                    for (byte b : large) {
                        request.response().write(Buffer.buffer(new byte[] {b}));
                    }
                })
                .serves(
                        "/gzip",
                        request -> request.response()
                                .putHeader("content-type", "image/png")
                                .putHeader("content-encoding", "gzip")
                                .end(Buffer.buffer(MediaServer.gzip(large))));
        assertThat(fault(url(path)).message()).contains("larger than the 1000 bytes");
    }

    @Test
    void gzip_that_was_not_asked_for_is_taken_and_anything_else_refused() throws Exception {
        server.serves(
                        "/gzip",
                        request -> request.response()
                                .putHeader("content-type", "image/png")
                                .putHeader("content-encoding", "gzip")
                                .end(Buffer.buffer(MediaServer.gzip(MediaServer.PNG))))
                .serves(
                        "/br",
                        request -> request.response()
                                .putHeader("content-type", "image/png")
                                .putHeader("content-encoding", "br")
                                .end(Buffer.buffer(MediaServer.PNG)))
                .serves(
                        "/broken",
                        request -> request.response()
                                .putHeader("content-type", "image/png")
                                .putHeader("content-encoding", "gzip")
                                .end(Buffer.buffer(MediaServer.PNG)));
        assertThat(fetch(wanted("x", url("/gzip")))).containsOnlyKeys("x");
        assertThat(fault(url("/br")).code()).isEqualTo("media_refused");
        assertThat(fault(url("/broken")).code()).isEqualTo("media_unreachable");
    }

    @Test
    void several_together_have_a_limit_too() throws Exception {
        byte[] half = new byte[900];
        System.arraycopy(MediaServer.PNG, 0, half, 0, MediaServer.PNG.length);
        server.serves("/1", "image/png", half).serves("/2", "image/png", half).serves("/3", "image/png", half);
        assertThat(fetch(wanted("x", url("/1")), wanted("y", url("/2")))).hasSize(2);
        assertThat(fault(wanted("x", url("/1")), wanted("y", url("/2")), wanted("z", url("/3")))
                        .message())
                .contains("larger together");
    }

    @Test
    void what_the_vendor_does_not_take_or_is_not_allowed_is_refused() throws Exception {
        server.serves("/page", "text/html", "<html>".getBytes(StandardCharsets.UTF_8))
                .serves("/liar.png", "image/png", "%PDF-1.7".getBytes(StandardCharsets.UTF_8))
                .serves("/jpeg", "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0})
                .serves("/empty", "image/png", new byte[0])
                .serves("/text", "text/plain", "Hello".getBytes(StandardCharsets.UTF_8));
        for (String path : List.of("/page", "/liar.png", "/jpeg", "/empty", "/text")) {
            assertThat(fault(url(path)).code()).as(path).isEqualTo("media_refused");
        }
        WantedMedia text = new WantedMedia("t", MediaKind.DOCUMENT, url("/text"), Set.of("text/plain"));
        assertThat(fetch(text).get("t").data()).isEqualTo("SGVsbG8=");
    }

    @Test
    void other_statuses_are_told() throws Exception {
        assertThat(fault(url("/missing")).message()).contains("status 404");
    }

    @Test
    void a_server_that_says_nothing_is_left_after_a_while_and_its_connection_closed() throws Exception {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        server.serves("/silent", request -> request.connection().closeHandler(done -> closed.complete(null)));
        fetcher = fetcher(Duration.ofMillis(200), 1_000, 2_000);
        assertThat(fault(url("/silent")).message()).contains("took too long");
        closed.get(20, TimeUnit.SECONDS);
    }

    @Test
    void one_that_fails_ends_the_others() throws Exception {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Promise<Void> begun = Promise.promise();
        server.serves("/silent", request -> {
                    request.connection().closeHandler(done -> closed.complete(null));
                    begun.complete();
                })
                .serves(
                        "/late-404",
                        request -> begun.future()
                                .onSuccess(now ->
                                        request.response().setStatusCode(404).end()));
        assertThat(fault(wanted("x", url("/silent")), wanted("y", url("/late-404")))
                        .param())
                .isEqualTo("y");
        closed.get(20, TimeUnit.SECONDS);
    }
}
