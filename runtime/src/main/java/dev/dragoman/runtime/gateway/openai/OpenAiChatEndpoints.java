// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.openai;

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

/**
 * The paths that OpenAI's SDKs make of their base URLs. Each has a class with the whole path, since Quarkus REST then finds it
 * past anything that the application itself has below {@code /v1}.
 */
public final class OpenAiChatEndpoints {
    /** Id of the dialect. */
    static final String DIALECT = "openai-chat";

    private static final String CHAT = "/chat/completions";
    private static final String MODELS = "/models";
    private static final String MOUNT = "/{mount}";
    private static final String DEPLOYMENT = "/openai/deployments/{deployment}";

    private OpenAiChatEndpoints() {}

    /** The resource classes. */
    public static List<Class<?>> classes() {
        return List.of(OpenAiChatEndpoints.class.getClasses());
    }

    /** {@code http://host/v1}. */
    @Path("/v1" + CHAT)
    public static final class V1 extends ChatEndpoint {}

    /** The same below the id of a dialect. */
    @Path(MOUNT + "/v1" + CHAT)
    public static final class MountedV1 extends MountedChatEndpoint {}

    /** {@code http://host}. */
    @Path(CHAT)
    public static final class Root extends ChatEndpoint {}

    /** The same below the id of a dialect. */
    @Path(MOUNT + CHAT)
    public static final class MountedRoot extends MountedChatEndpoint {}

    /** A vendor gateway, which moved them: {@code http://host/v4/beta}. */
    @Path("/v4/beta" + CHAT)
    public static final class V4Beta extends ChatEndpoint {}

    /** The same below the id of a dialect. */
    @Path(MOUNT + "/v4/beta" + CHAT)
    public static final class MountedV4Beta extends MountedChatEndpoint {}

    /** Azure's newer paths: {@code http://host/openai/v1}. */
    @Path("/openai/v1" + CHAT)
    public static final class OpenAiV1 extends ChatEndpoint {}

    /** The same below the id of a dialect. */
    @Path(MOUNT + "/openai/v1" + CHAT)
    public static final class MountedOpenAiV1 extends MountedChatEndpoint {}

    /** Azure's first paths, which name the model. */
    @Path(DEPLOYMENT + CHAT)
    public static final class Deployment {
        @Inject
        Gateway gateway;

        /** Serves a request. */
        @POST
        @NonBlocking
        public void create(
                @PathParam("deployment") String deployment,
                @Context ServerRequestContext rest,
                @Context RoutingContext routing) {
            gateway.chat(rest, routing, Inbound.ofModel(DIALECT, deployment));
        }
    }

    /** The same below the id of a dialect. */
    @Path(MOUNT + DEPLOYMENT + CHAT)
    public static final class MountedDeployment {
        @Inject
        Gateway gateway;

        /** Serves a request. */
        @POST
        @NonBlocking
        public void create(
                @PathParam("mount") String mount,
                @PathParam("deployment") String deployment,
                @Context ServerRequestContext rest,
                @Context RoutingContext routing) {
            gateway.chat(rest, routing, Inbound.ofModel(mount, deployment));
        }
    }

    /** The models at {@code http://host/v1}. */
    @Path("/v1" + MODELS)
    public static final class V1Models extends ModelsEndpoint {}

    /** The same below the id of a dialect. */
    @Path(MOUNT + "/v1" + MODELS)
    public static final class MountedV1Models extends MountedModelsEndpoint {}

    /** The models at {@code http://host}. */
    @Path(MODELS)
    public static final class RootModels extends ModelsEndpoint {}

    /** The same below the id of a dialect. */
    @Path(MOUNT + MODELS)
    public static final class MountedRootModels extends MountedModelsEndpoint {}

    /** The models at {@code http://host/openai/v1}. */
    @Path("/openai/v1" + MODELS)
    public static final class OpenAiV1Models extends ModelsEndpoint {}

    /** The same below the id of a dialect. */
    @Path(MOUNT + "/openai/v1" + MODELS)
    public static final class MountedOpenAiV1Models extends MountedModelsEndpoint {}
}
