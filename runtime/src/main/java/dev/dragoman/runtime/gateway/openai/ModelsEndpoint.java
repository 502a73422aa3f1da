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

/** The list of models. */
public abstract class ModelsEndpoint {
    @Inject
    Gateway gateway;

    /** All that can be listed. */
    @GET
    @NonBlocking
    public void list(@Context ServerRequestContext rest, @Context RoutingContext routing) {
        gateway.models(rest, routing, OpenAiChatEndpoints.DIALECT);
    }

    /** One of them; its name may hold slashes. */
    @GET
    @NonBlocking
    @Path("/{id:.+}")
    public void one(@PathParam("id") String id, @Context ServerRequestContext rest, @Context RoutingContext routing) {
        gateway.model(rest, routing, OpenAiChatEndpoints.DIALECT, id);
    }
}
