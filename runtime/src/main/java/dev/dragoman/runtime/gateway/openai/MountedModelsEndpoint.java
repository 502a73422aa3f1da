// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.openai;

import dev.dragoman.runtime.gateway.Gateway;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** The list of models below the id of a dialect. */
public abstract class MountedModelsEndpoint {
    @Inject
    Gateway gateway;

    /** All that can be listed. */
    @GET
    @NonBlocking
    public void list(
            @PathParam("mount") String mount, @Context ServerRequestContext rest, @Context RoutingContext routing) {
        gateway.models(rest, routing, mount);
    }

    /** One of them; its name may hold slashes. */
    @GET
    @NonBlocking
    @Path("/{id:.+}")
    public void one(
            @PathParam("mount") String mount,
            @PathParam("id") String id,
            @Context ServerRequestContext rest,
            @Context RoutingContext routing) {
        gateway.model(rest, routing, mount, id);
    }
}
