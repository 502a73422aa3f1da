// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.ModelListEncoder;
import dev.dragoman.loss.LossPolicy;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.runtime.attempt.RunSettings;
import dev.dragoman.runtime.config.DragomanConfig;
import dev.dragoman.runtime.gateway.door.Admission;
import dev.dragoman.runtime.gateway.door.InboundKey;
import dev.dragoman.runtime.gateway.door.InboundKeys;
import dev.dragoman.runtime.gateway.door.KeyLimits;
import dev.dragoman.runtime.gateway.endpoint.Endpoint;
import dev.dragoman.runtime.gateway.endpoint.EndpointKind;
import dev.dragoman.runtime.gateway.endpoint.EndpointPath;
import dev.dragoman.runtime.gateway.endpoint.Endpoints;
import dev.dragoman.runtime.routing.Router;
import dev.dragoman.translate.Dialects;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
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

    /** What clients are answered in where it is not known what they speak. */
    private static final String FALLBACK = "openai-chat";

    private final Dialects dialects;
    private final Router router;
    private final LossPolicy policy;
    private final InboundKeys keys;
    private final KeyLimits limits;
    private final GatewayStop stop;
    private final long maxBodySize;
    private final RunSettings runs;
    private final Duration heartbeat;

    Gateway(
            Dialects dialects,
            Router router,
            RunSettings runs,
            InboundKeys keys,
            KeyLimits limits,
            GatewayStop stop,
            DragomanConfig config) {
        this.dialects = dialects;
        this.router = router;
        this.runs = runs;
        this.heartbeat = config.gateway().heartbeatInterval();
        this.policy = config.onLoss();
        this.keys = keys;
        this.limits = limits;
        this.stop = stop;
        this.maxBodySize = Math.min(config.gateway().maxBodySize().asLongValue(), LARGEST_ARRAY);
    }

    /** Whether no key is demanded. */
    public boolean isOpen() {
        return keys.isOpen();
    }

    /** Serves a request that Quarkus REST found the path of. */
    void serve(EndpointPath path, ServerRequestContext rest, RoutingContext routing) {
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) rest;
        HttpServerRequest request = routing.request();
        context.suspend();
        Inbound inbound = inbound(path, context, request);
        if (inbound == null) {
            notServed(path, request);
            context.resume();
            return;
        }
        switch (inbound.endpoint().kind()) {
            case CHAT -> run(new ChatTask(runs, heartbeat), inbound, routing, context);
            case TOKEN_COUNT -> run(new CountTask(), inbound, routing, context);
            case NAMED_MODEL -> run(new ModelTask(), inbound, routing, context);
            case MODELS, MODEL, VERSION, GREETING -> {
                tell(inbound, request);
                context.resume();
            }
        }
    }

    private void run(
            ExchangeTask task, Inbound inbound, RoutingContext routing, ResteasyReactiveRequestContext context) {
        new Exchange(this, inbound, task, routing, context::resume)
                .start(() -> context.serverRequest().resumeRequestInput());
    }

    private @Nullable Inbound inbound(
            EndpointPath path, ResteasyReactiveRequestContext context, HttpServerRequest request) {
        Dialect mounted = path.isMounted() ? dialect(context.getPathParameter(EndpointPath.MOUNT, false)) : null;
        if (path.isMounted() && mounted == null) {
            return null;
        }
        String family = mounted == null ? null : mounted.family();
        Endpoint endpoint = path.find(request.method().name(), family, request.headers()::contains);
        if (endpoint != null && mounted == null && dialect(endpoint.client()) == null) {
            // Who says what it speaks, and we do not, is answered like everybody else.
            endpoint = path.find(request.method().name(), null, header -> false);
        }
        if (endpoint == null) {
            return null;
        }
        Dialect dialect = mounted != null ? mounted : dialect(endpoint.client());
        return dialect == null ? null : new Inbound(dialect, endpoint, model(context));
    }

    private static @Nullable String model(ResteasyReactiveRequestContext context) {
        String model = context.getPathParameter(EndpointPath.MODEL, false);
        String publisher = context.getPathParameter(EndpointPath.PUBLISHER, false);
        return publisher == null || publisher.equals("google") ? model : publisher + '/' + model;
    }

    private @Nullable Dialect dialect(String id) {
        return dialects.find(id).orElse(null);
    }

    /** A path that is served, but not this way: another method, or below the id of a dialect that does not have it. */
    private void notServed(EndpointPath path, HttpServerRequest request) {
        String mount = path.isMounted() ? first(request.path()) : null;
        Dialect dialect = mount == null ? null : dialect(mount);
        boolean known = mount == null || dialect != null;
        for (String method : path.methods().split(", ", -1)) {
            Endpoint other = path.find(method, dialect == null ? null : dialect.family(), request.headers()::contains);
            if (known && other != null && !method.equals(request.method().name())) {
                notAllowed(request, method);
                return;
            }
        }
        notFound(request);
    }

    /** Refuses the method of a request to a path that is served. */
    void notAllowed(HttpServerRequest request, String allowed) {
        ChatError objection = keys.admit(request).objection();
        if (objection == null) {
            request.response().headers().set(HttpHeaders.ALLOW, allowed);
        }
        refuse(
                request,
                objection != null
                        ? objection
                        : ChatError.of(
                                ErrorKind.METHOD_NOT_ALLOWED,
                                "Not allowed to " + request.method() + " on " + ReplyHeaders.visible(request.path())));
    }

    /** Answers an error in the shape of the dialect that the path belongs to. The rest of the request is thrown away. */
    void refuse(HttpServerRequest request, ChatError error) {
        if (BodyReader.isBeyond(request, maxBodySize)) {
            Reply.closes(request);
        }
        new Reply(request.response(), dialectOf(request), RequestIds.of(request)).error(error);
        if (!request.isEnded()) {
            BodyReader.discard(request, maxBodySize);
        }
    }

    /** Whether a path that nobody serves looks as if a client of a vendor's API had meant the gateway. */
    boolean isNear(String path) {
        return Endpoints.isNear(path) || dialect(first(path)) != null;
    }

    /** Answers that there is no such path. */
    void notFound(HttpServerRequest request) {
        ChatError objection = keys.admit(request).objection();
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

    /** Who sent this request, or why it is turned away unread. */
    Admission admit(HttpServerRequest request) {
        Admission admission = keys.admit(request);
        if (admission.objection() != null) {
            return admission;
        }
        String encoding = request.getHeader("content-encoding");
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            return Admission.refused(new ChatError(
                    ErrorKind.INVALID_REQUEST,
                    415,
                    "Compressed request bodies are not accepted: send the body without Content-Encoding",
                    "unsupported_content_encoding",
                    null,
                    null,
                    null,
                    null));
        }
        return admission;
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

    /** What the holder of this key can see. */
    VisibleModels models(InboundKey key) {
        return new VisibleModels(router, key);
    }

    KeyLimits limits() {
        return limits;
    }

    GatewayStop stop() {
        return stop;
    }

    long maxBodySize() {
        return maxBodySize;
    }

    /** Answers what needs no body. */
    private void tell(Inbound inbound, HttpServerRequest request) {
        Reply reply = new Reply(request.response(), inbound.dialect(), RequestIds.of(request));
        Admission admission = keys.admit(request);
        ChatError objection =
                stop.isStopping() && admission.objection() == null ? GatewayStop.refusal() : admission.objection();
        if (objection != null) {
            reply.error(objection);
            return;
        }
        try {
            if (inbound.endpoint().kind() == EndpointKind.GREETING) {
                reply.text(inbound.probe().greeting());
            } else {
                reply.json(body(inbound, models(admission.key())));
            }
        } catch (ChatException e) {
            reply.error(e.error());
        }
    }

    private static byte[] body(Inbound inbound, VisibleModels models) {
        ModelListEncoder lists = inbound.dialect().modelListEncoder();
        return switch (inbound.endpoint().kind()) {
            case MODELS -> lists.encode(models.models());
            case MODEL -> lists.encode(models.model(Objects.requireNonNull(inbound.model())));
            case VERSION -> inbound.probe().version();
            default -> throw new IllegalStateException("needs a body");
        };
    }

    private Dialect dialectOf(HttpServerRequest request) {
        Dialect mounted = dialect(first(request.path()));
        if (mounted != null) {
            return mounted;
        }
        Dialect meant = dialect(Endpoints.dialect(request.path(), request.headers()::contains));
        return meant != null ? meant : dialects.get(FALLBACK);
    }

    /** The first segment of a path. */
    private static String first(String path) {
        int end = path.indexOf('/', 1);
        return path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
    }
}
