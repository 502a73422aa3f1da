// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.runtime.gateway.endpoint.EndpointPath;
import dev.dragoman.runtime.gateway.endpoint.Endpoints;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.arc.Arc;
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
        EndpointPath path = thrown == null ? null : Endpoints.at(context.getPathWithoutPrefix());
        if (thrown == null || path == null) {
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
                gateway.notAllowed(request, path.methods());
            } else {
                gateway.refuse(request, error(status));
            }
        } else {
            LOG.errorf(thrown, "A request to %s failed", ReplyHeaders.visible(request.path()));
            gateway.refuse(request, ChatError.of(ErrorKind.INTERNAL, "The gateway failed"));
        }
        context.restart(NOTHING, true);
    }

    private static ChatError error(int status) {
        String message = "The request was refused with status " + status;
        return new ChatError(ErrorKind.ofStatus(status), status, message, null, null, null, null, null);
    }
}
