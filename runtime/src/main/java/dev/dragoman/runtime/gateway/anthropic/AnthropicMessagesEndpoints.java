// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.anthropic;

import dev.dragoman.runtime.gateway.Gateway;
import dev.dragoman.runtime.gateway.Inbound;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** The paths that Anthropic's SDKs make of their base URLs, which end at the host's root or at the id of the dialect. */
public final class AnthropicMessagesEndpoints {
    private static final String DIALECT = "anthropic-messages";
    private static final String MESSAGES = "/v1/messages";
    /** What the dialect says outside of the body. */
    private static final List<String> HEADERS = List.of("anthropic-version", "anthropic-beta");

    private AnthropicMessagesEndpoints() {}

    /** The resource classes. */
    public static List<Class<?>> classes() {
        return List.of(AnthropicMessagesEndpoints.class.getClasses());
    }

    /** {@code http://host}. */
    @Path(MESSAGES)
    public static final class Root {
        private static final Inbound INBOUND = new Inbound(DIALECT, null, null, HEADERS);

        @Inject
        Gateway gateway;

        /** Serves a request. */
        @POST
        @NonBlocking
        public void create(@Context ServerRequestContext rest, @Context RoutingContext routing) {
            gateway.chat(rest, routing, INBOUND);
        }
    }

    /** The same below the id of a dialect. */
    @Path("/{mount}" + MESSAGES)
    public static final class Mounted {
        @Inject
        Gateway gateway;

        /** Serves a request. */
        @POST
        @NonBlocking
        public void create(
                @PathParam("mount") String mount, @Context ServerRequestContext rest, @Context RoutingContext routing) {
            gateway.chat(rest, routing, new Inbound(mount, null, null, HEADERS));
        }
    }
}
