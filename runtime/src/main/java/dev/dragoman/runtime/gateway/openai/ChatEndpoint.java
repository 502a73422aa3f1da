// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.openai;

import dev.dragoman.runtime.gateway.Gateway;
import dev.dragoman.runtime.gateway.Inbound;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Context;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Chat completions whose path says nothing. */
public abstract class ChatEndpoint {
    private static final Inbound INBOUND = Inbound.of(OpenAiChatEndpoints.DIALECT);

    @Inject
    Gateway gateway;

    /** Serves a request. */
    @POST
    @NonBlocking
    public void create(@Context ServerRequestContext rest, @Context RoutingContext routing) {
        gateway.chat(rest, routing, INBOUND);
    }
}
