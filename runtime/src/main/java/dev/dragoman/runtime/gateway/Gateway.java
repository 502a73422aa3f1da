// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.loss.LossPolicy;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.runtime.config.DragomanConfig;
import dev.dragoman.runtime.routing.Router;
import dev.dragoman.translate.Dialects;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * What all endpoints do, whatever their dialect. Replies are written here, on the event loop and straight to the connection, so
 * that status, headers and back-pressure are in one hand; Quarkus REST finds the endpoint.
 */
@Singleton
public final class Gateway {
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;

    private final Dialects dialects;
    private final Router router;
    private final LossPolicy policy;
    private final InboundKeys keys;
    private final long maxBodySize;

    Gateway(Dialects dialects, Router router, DragomanConfig config) {
        this.dialects = dialects;
        this.router = router;
        this.policy = config.onLoss();
        this.keys = new InboundKeys(config.gateway().apiKeys().orElse(List.of()));
        this.maxBodySize = Math.min(config.gateway().maxBodySize().asLongValue(), LARGEST_ARRAY);
    }

    /** Whether no key is demanded. */
    public boolean isOpen() {
        return keys.isOpen();
    }

    /** Serves a request to a model. */
    public void chat(ServerRequestContext rest, RoutingContext routing, Inbound inbound) {
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) rest;
        context.suspend();
        Dialect dialect = dialects.find(inbound.mount()).orElse(null);
        if (dialect == null) {
            notFound(routing.request());
            context.resume();
            return;
        }
        new Exchange(this, dialect, inbound, routing, context::resume)
                .start(() -> context.serverRequest().resumeRequestInput());
    }

    /** Serves the list of models. */
    public void models(ServerRequestContext rest, RoutingContext routing, String mount) {
        reply(
                rest,
                routing.request(),
                mount,
                dialect -> dialect.modelListEncoder().encode(router.models()));
    }

    /** Serves one model of the list. */
    public void model(ServerRequestContext rest, RoutingContext routing, String mount, String id) {
        reply(
                rest,
                routing.request(),
                mount,
                dialect -> dialect.modelListEncoder().encode(router.model(id)));
    }

    /** Answers an error in the shape of the dialect that the path belongs to. The rest of the request is thrown away. */
    void refuse(HttpServerRequest request, ChatError error) {
        new Reply(request.response(), dialectOf(request.path()), RequestIds.of(request)).error(error);
        if (!request.isEnded()) {
            BodyReader.discard(request, maxBodySize);
        }
    }

    /** Answers that there is no such path. */
    void notFound(HttpServerRequest request) {
        ChatError objection = keys.objection(request);
        refuse(
                request,
                objection != null
                        ? objection
                        : ChatError.of(
                                        ErrorKind.NOT_FOUND,
                                        "Unknown request URL: " + request.method() + " "
                                                + ReplyHeaders.visible(request.path()))
                                .withCode("unknown_url"));
    }

    /** Why this request is turned away unread; {@code null} if it may pass. */
    @Nullable ChatError objection(HttpServerRequest request) {
        ChatError objection = keys.objection(request);
        if (objection != null) {
            return objection;
        }
        String encoding = request.getHeader("content-encoding");
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            return new ChatError(
                    ErrorKind.INVALID_REQUEST,
                    415,
                    "Compressed request bodies are not accepted: send the body without Content-Encoding",
                    "unsupported_content_encoding",
                    null,
                    null,
                    null,
                    null);
        }
        return null;
    }

    ChatError tooLarge() {
        return ChatError.of(ErrorKind.TOO_LARGE, "The request body is larger than " + maxBodySize + " bytes")
                .withCode("request_too_large");
    }

    /** The loss policy of this request. */
    LossPolicy policy(HttpServerRequest request) {
        String wanted = request.getHeader("dragoman-on-loss");
        if (wanted == null) {
            return policy;
        }
        return switch (wanted.strip().toLowerCase(Locale.ROOT)) {
            case "report" -> LossPolicy.REPORT;
            case "safe" -> LossPolicy.SAFE;
            case "strict" -> LossPolicy.STRICT;
            default ->
                throw ChatException.invalid(
                        "Dragoman-On-Loss", "The header Dragoman-On-Loss must be report, safe or strict");
        };
    }

    Router router() {
        return router;
    }

    long maxBodySize() {
        return maxBodySize;
    }

    private void reply(
            ServerRequestContext rest, HttpServerRequest request, String mount, Function<Dialect, byte[]> encode) {
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) rest;
        context.suspend();
        Dialect dialect = dialects.find(mount).orElse(null);
        if (dialect == null) {
            notFound(request);
        } else {
            HttpServerResponse response = request.response();
            Reply reply = new Reply(response, dialect, RequestIds.of(request));
            ChatError objection = keys.objection(request);
            try {
                if (objection == null) {
                    reply.json(encode.apply(dialect));
                } else {
                    reply.error(objection);
                }
            } catch (ChatException e) {
                reply.error(e.error());
            }
        }
        context.resume();
    }

    private Dialect dialectOf(String path) {
        int end = path.indexOf('/', 1);
        String first = path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
        return dialects.find(first).orElseGet(() -> dialects.get(GatewayPaths.dialect(path)));
    }
}
