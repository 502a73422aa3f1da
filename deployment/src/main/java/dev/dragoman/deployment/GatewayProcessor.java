// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment;

import dev.dragoman.runtime.config.DragomanBuildConfig;
import dev.dragoman.runtime.gateway.EndpointResource;
import dev.dragoman.runtime.gateway.Gateway;
import dev.dragoman.runtime.gateway.GatewayErrorHandler;
import dev.dragoman.runtime.gateway.GatewayRecorder;
import dev.dragoman.runtime.gateway.GatewayStartup;
import dev.dragoman.runtime.gateway.GatewayStop;
import dev.dragoman.runtime.gateway.GatewayStopListener;
import dev.dragoman.runtime.gateway.door.DoorBeans;
import dev.dragoman.runtime.gateway.endpoint.EndpointPath;
import dev.dragoman.runtime.gateway.endpoint.Endpoints;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.AdditionalIndexedClassesBuildItem;
import io.quarkus.deployment.builditem.ShutdownListenerBuildItem;
import io.quarkus.gizmo.ClassCreator;
import io.quarkus.gizmo.ClassOutput;
import io.quarkus.gizmo.MethodCreator;
import io.quarkus.gizmo.MethodDescriptor;
import io.quarkus.resteasy.reactive.server.spi.PreExceptionMapperHandlerBuildItem;
import io.quarkus.resteasy.reactive.spi.GeneratedJaxRsResourceBuildItem;
import io.quarkus.resteasy.reactive.spi.GeneratedJaxRsResourceGizmoAdaptor;
import io.quarkus.smallrye.health.deployment.spi.HealthBuildItem;
import io.quarkus.vertx.http.deployment.RouteBuildItem;
import io.quarkus.vertx.http.runtime.RouteConstants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The endpoints. An application that does not switch them on has none of their classes. */
@BuildSteps(onlyIf = GatewayProcessor.Enabled.class)
final class GatewayProcessor {
    /** After everything that an application may have. */
    private static final int LAST = RouteConstants.ROUTE_ORDER_AFTER_DEFAULT + 9_000;

    /** Whether the endpoints are switched on. */
    static final class Enabled implements BooleanSupplier {
        private final DragomanBuildConfig config;

        Enabled(DragomanBuildConfig config) {
            this.config = config;
        }

        @Override
        public boolean getAsBoolean() {
            return config.gateway().enabled();
        }
    }

    /** Makes a resource class of each path. */
    @BuildStep
    void resources(BuildProducer<GeneratedJaxRsResourceBuildItem> resources) {
        ClassOutput output = new GeneratedJaxRsResourceGizmoAdaptor(resources);
        List<EndpointPath> paths = Endpoints.paths();
        for (int i = 0; i < paths.size(); i++) {
            try (ClassCreator resource = ClassCreator.builder()
                    .classOutput(output)
                    .className(EndpointResource.class.getName() + "_" + i)
                    .superClass(EndpointResource.class)
                    .setFinal(true)
                    .build()) {
                resource.addAnnotation(Path.class)
                        .addValue("value", paths.get(i).template());
                resource.addAnnotation(Singleton.class);
                MethodCreator constructor = resource.getMethodCreator(MethodDescriptor.INIT, void.class, Gateway.class);
                constructor.addAnnotation(Inject.class);
                constructor.invokeSpecialMethod(
                        MethodDescriptor.ofConstructor(EndpointResource.class, Gateway.class, int.class),
                        constructor.getThis(),
                        constructor.getMethodParam(0),
                        constructor.load(i));
                constructor.returnVoid();
            }
        }
    }

    @BuildStep
    AdditionalIndexedClassesBuildItem supertype() {
        return new AdditionalIndexedClassesBuildItem(EndpointResource.class.getName());
    }

    @BuildStep
    AdditionalBeanBuildItem beans() {
        return AdditionalBeanBuildItem.builder()
                .addBeanClasses(Gateway.class, GatewayStartup.class, GatewayStop.class, DoorBeans.class)
                .setUnremovable()
                .build();
    }

    /** Lets what is under way come to its end. */
    @BuildStep
    ShutdownListenerBuildItem stop() {
        return new ShutdownListenerBuildItem(new GatewayStopListener());
    }

    @BuildStep
    HealthBuildItem readiness(DragomanBuildConfig build) {
        // By name: without SmallRye Health the class cannot be loaded.
        return new HealthBuildItem(
                "dev.dragoman.runtime.health.StopReadiness", build.health().enabled());
    }

    @BuildStep
    PreExceptionMapperHandlerBuildItem errors() {
        return new PreExceptionMapperHandlerBuildItem(new GatewayErrorHandler());
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    RouteBuildItem fallback(GatewayRecorder recorder) {
        return RouteBuildItem.builder()
                .orderedRoute("/*", LAST)
                .handler(recorder.fallback())
                .build();
    }
}
