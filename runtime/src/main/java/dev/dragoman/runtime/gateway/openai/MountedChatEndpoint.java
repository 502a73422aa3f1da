// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.openai;

import dev.dragoman.runtime.gateway.Gateway;
import dev.dragoman.runtime.gateway.Inbound;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Chat completions below the id of a dialect. */
public abstract class MountedChatEndpoint {
    @Inject
    Gateway gateway;

    /** Serves a request. */
    @POST
    @NonBlocking
    public void create(
            @PathParam("mount") String mount, @Context ServerRequestContext rest, @Context RoutingContext routing) {
        gateway.chat(rest, routing, Inbound.of(mount));
    }
}
