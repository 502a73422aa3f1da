// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment;

import dev.dragoman.runtime.config.DragomanBuildConfig;
import dev.dragoman.runtime.gateway.Gateway;
import dev.dragoman.runtime.gateway.GatewayErrorHandler;
import dev.dragoman.runtime.gateway.GatewayRecorder;
import dev.dragoman.runtime.gateway.GatewayStartup;
import dev.dragoman.runtime.gateway.anthropic.AnthropicMessagesEndpoints;
import dev.dragoman.runtime.gateway.openai.OpenAiChatEndpoints;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.processor.BuiltinScope;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.AdditionalIndexedClassesBuildItem;
import io.quarkus.resteasy.reactive.server.spi.PreExceptionMapperHandlerBuildItem;
import io.quarkus.vertx.http.deployment.RouteBuildItem;
import io.quarkus.vertx.http.runtime.RouteConstants;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

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

    @BuildStep
    void resources(
            BuildProducer<AdditionalIndexedClassesBuildItem> indexed, BuildProducer<AdditionalBeanBuildItem> beans) {
        String[] names = Stream.of(OpenAiChatEndpoints.classes(), AnthropicMessagesEndpoints.classes())
                .flatMap(List::stream)
                .flatMap(resource -> Stream.of(resource, resource.getSuperclass()))
                .filter(type -> type != Object.class)
                .map(Class::getName)
                .distinct()
                .toArray(String[]::new);
        indexed.produce(new AdditionalIndexedClassesBuildItem(names));
        beans.produce(AdditionalBeanBuildItem.builder()
                .addBeanClasses(names)
                .addBeanClasses(Gateway.class, GatewayStartup.class)
                .setDefaultScope(BuiltinScope.SINGLETON.getName())
                .setUnremovable()
                .build());
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
