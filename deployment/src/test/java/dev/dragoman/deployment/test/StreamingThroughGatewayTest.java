// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What only the connections show: when a chunk goes out, and what becomes of the vendor's request. */
class StreamingThroughGatewayTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Bodies.class, Vendor.class))
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.openai.base-url", Vendor.BASE_URL);

    @Inject
    Vertx vertx;

    @Inject
    Vendor vendor;

    private NetSocket connect(String model) throws Exception {
        String body = Bodies.stream(model);
        NetSocket socket = vertx.createNetClient()
                .connect(8081, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        socket.write("POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\ncontent-length: " + body.length()
                + "\r\n\r\n" + body);
        return socket;
    }

    /** Completes when this text has arrived. */
    private static CompletableFuture<Void> arrival(NetSocket socket, String text) {
        CompletableFuture<Void> arrived = new CompletableFuture<>();
        StringBuilder tail = new StringBuilder();
        socket.handler(bytes -> {
            tail.append(bytes);
            if (tail.indexOf(text) >= 0) {
                arrived.complete(null);
            }
            tail.delete(0, Math.max(0, tail.length() - text.length()));
        });
        return arrived;
    }

    @Test
    void a_chunk_goes_out_before_the_next_comes_in() throws Exception {
        NetSocket socket = connect("openai/waits");
        CompletableFuture<Void> first = arrival(socket, "Yes");
        first.get(10, TimeUnit.SECONDS);
        CompletableFuture<Void> last = arrival(socket, "[DONE]");
        assertThat(last).isNotDone();
        vendor.goOn.complete();
        last.get(10, TimeUnit.SECONDS);
        socket.close();
    }

    /** Pitfall 40. */
    @Test
    void a_client_that_leaves_ends_the_vendors_request() throws Exception {
        NetSocket socket = connect("openai/waits-forever");
        arrival(socket, "Yes").get(10, TimeUnit.SECONDS);
        socket.close();
        vendor.left.get(5, TimeUnit.SECONDS);
    }

    @Test
    void a_client_that_does_not_read_slows_the_vendor() throws Exception {
        NetSocket socket = connect("openai/floods");
        socket.pause();
        standstill(vendor.flooded).get(30, TimeUnit.SECONDS);
        assertThat(vendor.flooded).hasValueLessThan(50_000);
        CompletableFuture<Void> last = arrival(socket, "[DONE]");
        socket.resume();
        last.get(30, TimeUnit.SECONDS);
        assertThat(vendor.flooded).hasValue(100_000);
        socket.close();
    }

    /** Completes when the number has not grown for a while. */
    private CompletableFuture<Void> standstill(AtomicInteger number) {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        AtomicInteger before = new AtomicInteger();
        AtomicInteger still = new AtomicInteger();
        vertx.setPeriodic(50, timer -> {
            int now = number.get();
            still.set(now > 0 && before.getAndSet(now) == now ? still.get() + 1 : 0);
            if (still.get() == 5) {
                vertx.cancelTimer(timer);
                reached.complete(null);
            }
        });
        return reached;
    }
}
