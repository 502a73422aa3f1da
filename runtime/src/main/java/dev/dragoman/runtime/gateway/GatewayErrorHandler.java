// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.arc.Arc;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/**
 * Tells what Quarkus REST itself refuses (a wrong method, say) in the shape of the dialect, and keeps exceptions inside. It looks
 * at the gateway's own paths only: those of the application go on to the application's exception mappers.
 */
public final class GatewayErrorHandler implements ServerRestHandler {
    private static final Logger LOG = Logger.getLogger(GatewayErrorHandler.class);
    private static final ServerRestHandler[] NOTHING = {};

    @Override
    public void handle(ResteasyReactiveRequestContext context) {
        Throwable thrown = context.getThrowable();
        if (thrown == null || !GatewayPaths.isEndpoint(context.getPathWithoutPrefix())) {
            return;
        }
        HttpServerRequest request = context.unwrap(HttpServerRequest.class);
        if (request.response().headWritten() || thrown.getClass().getName().startsWith("io.quarkus.security.")) {
            return;
        }
        Gateway gateway = Arc.container().instance(Gateway.class).get();
        if (thrown instanceof NotFoundException) {
            gateway.notFound(request);
        } else if (thrown instanceof WebApplicationException refused
                && refused.getResponse().getStatus() >= 400) {
            int status = refused.getResponse().getStatus();
            if (status == HttpResponseStatus.METHOD_NOT_ALLOWED.code()) {
                request.response().headers().set(HttpHeaders.ALLOW, GatewayPaths.method(request.path()));
            }
            gateway.refuse(request, error(request, status));
        } else {
            LOG.errorf(thrown, "A request to %s failed", ReplyHeaders.visible(request.path()));
            gateway.refuse(request, ChatError.of(ErrorKind.INTERNAL, "The gateway failed"));
        }
        context.restart(NOTHING, true);
    }

    private static ChatError error(HttpServerRequest request, int status) {
        ErrorKind kind = ErrorKind.ofStatus(status);
        String message = kind == ErrorKind.METHOD_NOT_ALLOWED
                ? "Not allowed to " + request.method() + " on " + ReplyHeaders.visible(request.path())
                : "The request was refused with status " + status;
        return new ChatError(kind, status, message, null, null, null, null, null);
    }
}
