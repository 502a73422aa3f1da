// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.runtime.gateway.endpoint.EndpointPath;
import dev.dragoman.runtime.gateway.endpoint.Endpoints;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Context;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * A path of {@link Endpoints}. The build makes a class of each, with the whole path, since Quarkus REST then finds it past
 * anything that the application itself has below {@code /v1}.
 */
public abstract class EndpointResource {
    private final Gateway gateway;
    private final EndpointPath path;

    /** @param path number of the path among {@link Endpoints#paths()} */
    protected EndpointResource(Gateway gateway, int path) {
        this.gateway = gateway;
        this.path = Endpoints.paths().get(path);
    }

    /** Serves a request with a body. */
    @POST
    @NonBlocking
    public void post(@Context ServerRequestContext rest, @Context RoutingContext routing) {
        gateway.serve(path, rest, routing);
    }

    /** Serves a request without a body. */
    @GET
    @NonBlocking
    public void get(@Context ServerRequestContext rest, @Context RoutingContext routing) {
        gateway.serve(path, rest, routing);
    }
}
