// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.config.DragomanConfig;
import dev.dragoman.runtime.gateway.Gateway;
import dev.dragoman.runtime.provider.Providers;
import dev.dragoman.runtime.routing.Router;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No object that was made of the configuration shows a key when it is written into a log. */
class SafeConfigurationTest {
    private static final String SECRET = "fake-secret";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.dragoman.gateway.api-keys", SECRET + "-1")
            .overrideRuntimeConfigKey("quarkus.dragoman.gateway.key.team.value", SECRET + "-2")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.openai.api-keys", SECRET + "-3," + SECRET + "-4")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.openai.headers.x-extra", SECRET + "-5")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.bedrock.region", "eu-north-1")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.bedrock.access-key-id", SECRET + "-6")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.bedrock.secret-access-key", SECRET + "-7")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.bedrock.session-token", SECRET + "-8")
            .overrideRuntimeConfigKey("quarkus.dragoman.model.fast.targets", "openai/m,bedrock/m");

    @Inject
    DragomanConfig config;

    @Inject
    Providers providers;

    @Inject
    Router router;

    @Inject
    Gateway gateway;

    /** Everything of ours that can be reached from these. */
    private static Collection<Object> reached(Object... roots) throws IllegalAccessException {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> left = new ArrayDeque<>(List.of(roots));
        while (!left.isEmpty()) {
            Object next = left.remove();
            if (next instanceof Map<?, ?> map) {
                left.addAll(map.keySet());
                left.addAll(map.values());
            } else if (next instanceof Collection<?> all) {
                left.addAll(all);
            } else if (next instanceof Optional<?> maybe) {
                maybe.ifPresent(left::add);
            } else if (next.getClass().getName().startsWith("dev.dragoman.") && seen.add(next)) {
                fields(next, left);
            }
        }
        return seen;
    }

    private static void fields(Object owner, Deque<Object> out) throws IllegalAccessException {
        for (Class<?> type = owner.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && field.trySetAccessible()) {
                    Object value = field.get(owner);
                    if (value != null) {
                        out.add(value);
                    }
                }
            }
        }
    }

    @Test
    void no_key_is_shown() throws IllegalAccessException {
        Set<String> seen = new TreeSet<>();
        Set<String> leaks = new TreeSet<>();
        for (Object one : reached(config, providers, router, gateway)) {
            seen.add(one.getClass().getSimpleName());
            if (one.toString().contains(SECRET)) {
                leaks.add(one.getClass().getName());
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(seen)
                .contains(
                        "Gateway",
                        "InboundKeys",
                        "KeyRing",
                        "Pool",
                        "VendorClient",
                        "VendorHeaders",
                        "VendorSettings",
                        "VendorSigning");
    }
}
