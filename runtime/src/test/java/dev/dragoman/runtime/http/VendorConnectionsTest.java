// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VendorConnectionsTest {
    private static final int LOOPS = 3;
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private final VertxInternal vertx = (VertxInternal) Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
    private final List<Integer> sizes = new ArrayList<>();
    private VendorConnections connections;

    private void open(int limit) {
        connections = new VendorConnections(vertx, limit, size -> {
            synchronized (sizes) {
                sizes.add(size);
            }
            return vertx.createHttpClient();
        });
    }

    @AfterEach
    void close() throws Exception {
        connections.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private List<ContextInternal> contexts() {
        List<ContextInternal> contexts = new ArrayList<>();
        for (EventExecutor loop : vertx.getEventLoopGroup()) {
            contexts.add(vertx.createEventLoopContext((EventLoop) loop, null, null));
        }
        return contexts;
    }

    /** What became of asking for a place. */
    private final class Asked {
        final CompletableFuture<ConnectionShare> place = new CompletableFuture<>();
        VendorConnections.Waiter waiter;

        Asked(ContextInternal context, Duration patience) throws Exception {
            CountDownLatch asked = new CountDownLatch(1);
            context.runOnContext(now -> {
                waiter = connections.enter(
                        patience,
                        share -> {
                            assertThat(ContextInternal.current().nettyEventLoop())
                                    .isSameAs(context.nettyEventLoop());
                            place.complete(share);
                        },
                        () -> place.completeExceptionally(new IllegalStateException("refused")));
                asked.countDown();
            });
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        }

        ConnectionShare get() throws Exception {
            return place.get(5, TimeUnit.SECONDS);
        }
    }

    private Asked ask(ContextInternal context) throws Exception {
        return new Asked(context, PATIENT);
    }

    /** The one place that there is. */
    private ConnectionShare onlyPlace(ContextInternal context) throws Exception {
        open(1);
        return ask(context).get();
    }

    @Test
    void each_loop_has_a_share_of_its_own() throws Exception {
        open(7);
        List<ConnectionShare> places = new ArrayList<>();
        for (ContextInternal context : contexts()) {
            ConnectionShare first = ask(context).get();
            assertThat(ask(context).get()).isSameAs(first);
            places.add(first);
        }
        assertThat(places).doesNotHaveDuplicates();
    }

    /** Asks a server of nothing, on this context, and tells which event loop the answer came from. */
    private CompletableFuture<EventLoop> request(ContextInternal context, int port) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/");
        CompletableFuture<EventLoop> loop = new CompletableFuture<>();
        context.runOnContext(now -> connections.enter(
                PATIENT,
                share -> share.request(options)
                        .compose(request -> request.send()
                                .compose(response -> response.body()
                                        .map(body -> ((ConnectionBase) request.connection())
                                                .getContext()
                                                .nettyEventLoop())))
                        .onComplete(done -> {
                            connections.leave(share);
                            if (done.succeeded()) {
                                loop.complete(done.result());
                            } else {
                                loop.completeExceptionally(done.cause());
                            }
                        }),
                () -> loop.completeExceptionally(new IllegalStateException("refused"))));
        return loop;
    }

    private int server() throws Exception {
        return vertx.createHttpServer()
                .requestHandler(request -> request.response().end())
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS)
                .actualPort();
    }

    @Test
    void a_request_goes_out_on_the_loop_that_it_came_on() throws Exception {
        open(6);
        int port = server();
        for (int round = 0; round < 3; round++) {
            for (ContextInternal context : contexts()) {
                assertThat(request(context, port).get(5, TimeUnit.SECONDS)).isSameAs(context.nettyEventLoop());
            }
        }
        assertThat(sizes).as("one pool for each loop, made once").containsExactly(2, 2, 2);
    }

    @Test
    void connections_outlive_the_verticle_that_asked_first() throws Exception {
        open(6);
        int port = server();
        CompletableFuture<ContextInternal> verticle = new CompletableFuture<>();
        String deployment = vertx.deployVerticle(new AbstractVerticle() {
                    @Override
                    public void start() {
                        verticle.complete((ContextInternal) context);
                    }
                })
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
        EventLoop loop = request(verticle.get(5, TimeUnit.SECONDS), port).get(5, TimeUnit.SECONDS);
        vertx.undeploy(deployment).toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        ContextInternal later = vertx.createEventLoopContext(loop, null, null);
        assertThat(request(later, port).get(5, TimeUnit.SECONDS)).isSameAs(loop);
    }

    @Test
    void one_loop_may_use_all_places_and_then_waits() throws Exception {
        open(4);
        ContextInternal only = contexts().get(0);
        List<ConnectionShare> places = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            places.add(ask(only).get());
        }
        Asked first = ask(only);
        Asked second = ask(contexts().get(1));
        assertThat(first.place).isNotDone();
        assertThat(second.place).isNotDone();
        connections.leave(places.get(3));
        assertThat(first.get()).isSameAs(places.get(3));
        assertThat(second.place).isNotDone();
        connections.leave(places.get(0));
        assertThat(second.get()).isSameAs(places.get(0));
    }

    @Test
    void fewer_places_than_loops_serve_all_loops() throws Exception {
        open(1);
        List<Asked> asked = new ArrayList<>();
        asked.add(ask(contexts().get(2)));
        asked.add(ask(contexts().get(1)));
        connections.leave(asked.get(0).get());
        connections.leave(asked.get(1).get());
        connections.leave(ask(contexts().get(0)).get());
    }

    @Test
    void more_than_the_limit_do_not_wait() throws Exception {
        ContextInternal context = contexts().get(0);
        ConnectionShare place = onlyPlace(context);
        Asked waits = ask(context);
        assertThat(ask(context).place).isCompletedExceptionally();
        connections.leave(place);
        connections.leave(waits.get());
        ask(context).get();
    }

    @Test
    void patience_ends() throws Exception {
        ContextInternal context = contexts().get(0);
        ConnectionShare place = onlyPlace(context);
        Asked waits = new Asked(context, Duration.ofMillis(20));
        assertThat(waits.place.handle((got, refused) -> refused).get(5, TimeUnit.SECONDS))
                .hasMessage("refused");
        connections.leave(place);
        assertThat(ask(context).get()).as("the place is not lost").isSameAs(place);
    }

    @Test
    void who_gives_up_is_passed_over() throws Exception {
        ContextInternal context = contexts().get(0);
        ConnectionShare place = onlyPlace(context);
        Asked first = ask(context);
        context.runOnContext(now -> first.waiter.giveUp());
        Asked second = ask(context);
        connections.leave(place);
        second.get();
        assertThat(first.place).isNotDone();
    }

    @Test
    void places_are_neither_lost_nor_doubled() throws Exception {
        int limit = 16;
        open(limit);
        Crowd crowd = new Crowd(contexts(), 2 * limit, 300);
        assertThat(crowd.done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(crowd.refused.get()).isZero();
        assertThat(crowd.most.get()).isBetween(2, limit);
        for (int i = 0; i < limit; i++) {
            ask(contexts().get(0)).get();
        }
        assertThat(ask(contexts().get(0)).place).isNotDone();
    }

    /** Clients on all loops, of whom each asks again as soon as it had its turn; another loop gives its place back. */
    private final class Crowd {
        final CountDownLatch done;
        final AtomicInteger refused = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger inside = new AtomicInteger();
        private final List<ContextInternal> contexts;

        Crowd(List<ContextInternal> contexts, int clients, int turns) {
            this.contexts = contexts;
            done = new CountDownLatch(clients);
            for (int i = 0; i < clients; i++) {
                int client = i;
                context(i).runOnContext(now -> turn(client, turns));
            }
        }

        private ContextInternal context(int client) {
            return contexts.get(client % contexts.size());
        }

        private void turn(int client, int left) {
            if (left == 0) {
                done.countDown();
                return;
            }
            connections.enter(PATIENT, share -> placed(share, client, left), refused::incrementAndGet);
        }

        private void placed(ConnectionShare share, int client, int left) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            context(client + 1).runOnContext(later -> {
                inside.decrementAndGet();
                connections.leave(share);
                context(client).runOnContext(again -> turn(client, left - 1));
            });
        }
    }
}
