// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.Negotiation;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.LossPolicy;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.runtime.gateway.door.Admission;
import dev.dragoman.runtime.gateway.door.InboundKey;
import dev.dragoman.runtime.gateway.door.KeyLimits;
import dev.dragoman.runtime.provider.CallHandle;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request of a client and its reply. Runs on the event loop of the client's connection. */
final class Exchange {
    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private final Gateway gateway;
    private final Inbound inbound;
    private final ExchangeTask task;
    private final RoutingContext routing;
    private final HttpServerRequest request;
    private final Reply reply;
    private final Runnable done;
    private final Context context;
    private @Nullable Consumer<ChatError> breaking;
    private @Nullable CallHandle call;
    private @Nullable Runnable release;
    private InboundKey key = InboundKey.NOBODY;
    private boolean entered;
    private boolean over;

    /** @param done runs once, when the reply is written or the client is gone */
    Exchange(Gateway gateway, Inbound inbound, ExchangeTask task, RoutingContext routing, Runnable done) {
        this.gateway = gateway;
        this.inbound = inbound;
        this.task = task;
        this.routing = routing;
        this.request = routing.request();
        this.reply = new Reply(request.response(), inbound.dialect(), RequestIds.of(request));
        this.done = done;
        this.context = routing.vertx().getOrCreateContext();
    }

    /** @param resume makes the body flow, which Quarkus REST holds back */
    void start(Runnable resume) {
        HttpServerResponse response = request.response();
        response.exceptionHandler(e -> abandoned());
        response.closeHandler(closed -> abandoned());
        request.exceptionHandler(e -> abandoned());
        Admission admission = gateway.admit(request);
        if (admission.objection() != null) {
            turnAway(admission.objection());
            return;
        }
        entered = gateway.stop().enter(this);
        if (!entered) {
            Reply.closes(request);
            turnAway(GatewayStop.refusal());
            return;
        }
        key = admission.key();
        if (key.limit().isNone()) {
            read(resume);
        } else {
            gateway.limits().ask(key.name(), key.limit(), verdict(resume));
        }
    }

    private KeyLimits.Verdict verdict(Runnable resume) {
        return new KeyLimits.Verdict() {
            @Override
            public void granted(Runnable given) {
                if (over) { // the client did not wait
                    given.run();
                } else {
                    release = given;
                    read(resume);
                }
            }

            @Override
            public void refused(Duration wait) {
                turnAway(ChatError.of(
                                ErrorKind.RATE_LIMIT,
                                "This API key has reached its limit of requests: wait and try again")
                        .withCode("rate_limit_exceeded")
                        .withRetryAfter(wait));
            }
        };
    }

    private void turnAway(ChatError error) {
        refuse(error);
        BodyReader.discard(request, gateway.maxBodySize());
    }

    private void read(Runnable resume) {
        Buffer read = routing.body() == null ? null : routing.body().buffer();
        if (read != null) { // the application has a body handler in front of everything
            serve(read.getBytes());
            return;
        }
        new BodyReader(request, gateway.maxBodySize(), this::serve, () -> refuse(gateway.tooLarge())).start();
        if (over) {
            request.resume();
        } else {
            resume.run();
        }
    }

    boolean isOver() {
        return over;
    }

    /**
     * Turns the request away before its body was read. A client that waits for our word before it sends the body never will, and
     * one whose body is not read to its end must not send its next request after it.
     */
    private void refuse(ChatError error) {
        if (request.headers().contains(HttpHeaders.EXPECT) || BodyReader.isBeyond(request, gateway.maxBodySize())) {
            Reply.closes(request);
        }
        fail(error);
    }

    /** Ends the exchange with an error. */
    void fail(ChatError error) {
        if (!over) {
            // Not the message: a vendor's may repeat what a user wrote.
            LOG.debugf("Request %s: %s %d %s", reply.requestId(), error.kind(), error.status(), error.code());
            reply.error(error);
            finish();
        }
    }

    /** Ends the exchange because of a defect of ours. */
    void crash(RuntimeException e) {
        LOG.errorf(e, "Request %s failed", reply.requestId());
        cancelCall();
        fail(ChatError.of(ErrorKind.INTERNAL, "The gateway failed; its log has more under " + reply.requestId()));
        if (!reply.isOver()) {
            Reply.abort(request); // a stream has begun
        }
        finish();
    }

    /** Says that the reply is written. */
    void finish() {
        if (!over) {
            over = true;
            call = null;
            if (release != null) {
                release.run();
            }
            if (entered) {
                gateway.stop().leave(this);
            }
            done.run();
        }
    }

    /** Ends the exchange early, from any thread, since the application stops. */
    void breakOff(ChatError error) {
        context.runOnContext(nothing -> {
            if (!over) {
                if (breaking != null) {
                    breaking.accept(error);
                } else {
                    cancelCall();
                    fail(error);
                }
            }
        });
    }

    /** Names what is to end the exchange early, where the reply may have begun. */
    void onBreakOff(Consumer<ChatError> other) {
        breaking = other;
    }

    private void abandoned() {
        if (!over) {
            cancelCall();
            finish();
        }
    }

    private void cancelCall() {
        if (call != null) {
            call.cancel();
        }
    }

    private void serve(byte[] body) {
        if (over) {
            return;
        }
        try {
            hold(task.serve(this, body));
        } catch (ChatException e) {
            fail(e.error());
        } catch (RuntimeException e) {
            crash(e);
        }
    }

    /** Names what must be cancelled when the client goes away. */
    void hold(@Nullable CallHandle handle) {
        if (!over) {
            call = handle;
        }
    }

    Dialect dialect() {
        return inbound.dialect();
    }

    Reply reply() {
        return reply;
    }

    /** The request without its transport. */
    WireRequest wire(byte[] body) {
        return inbound.wire(request, body);
    }

    /** How the client wants its reply to look. */
    Presentation presentation(Negotiation negotiation) {
        return Presentation.of(request, negotiation);
    }

    /** The models that the client may ask for. */
    VisibleModels models() {
        return gateway.models(key);
    }

    /** What to do about losses. */
    LossPolicy policy() {
        return gateway.policy(request);
    }
}
