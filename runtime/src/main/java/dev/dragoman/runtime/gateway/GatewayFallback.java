// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import io.quarkus.arc.Arc;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Answers paths that nobody answers, where they look like those of a vendor's API, in the shape that its clients read. */
final class GatewayFallback implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext routing) {
        Gateway gateway = Arc.container().instance(Gateway.class).get();
        if (gateway.isNear(routing.normalizedPath())) {
            gateway.notFound(routing.request());
        } else {
            routing.next();
        }
    }
}
