// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.vendor;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts the vendor and configures the application for it. Two providers lead to it: {@code openai}, which is patient, and
 * {@code hasty}, which does not wait for long; {@code nowhere} leads to a closed port. Fields of type {@link VendorServer} are filled.
 */
public final class VendorResource implements QuarkusTestResourceLifecycleManager {
    /** The key that Dragoman shows the vendor. */
    public static final String KEY = "sk-fake-key-of-the-vendor-for-tests";

    private @Nullable VendorServer server;

    @Override
    public Map<String, String> start() {
        VendorServer started = new VendorServer();
        server = started;
        Map<String, String> config = new HashMap<>();
        for (String provider : new String[] {"openai", "hasty"}) {
            String prefix = "quarkus.dragoman.provider." + provider + ".";
            config.put(prefix + "adapter", "openai");
            config.put(prefix + "base-url", started.baseUrl());
            config.put(prefix + "api-key", KEY);
            config.put(prefix + "max-retries", "0"); // what a script says once is said once
            config.put(
                    prefix + "circuit-breaker.requests",
                    "100000"); // the tests of faults are not to shut the others out
        }
        config.put("quarkus.dragoman.provider.nowhere.adapter", "openai");
        config.put("quarkus.dragoman.provider.nowhere.base-url", "http://127.0.0.1:" + closedPort() + "/v1");
        config.put("quarkus.dragoman.provider.nowhere.api-key", KEY);
        config.put("quarkus.dragoman.provider.hasty.first-token-timeout", "400ms");
        config.put("quarkus.dragoman.provider.hasty.stream-idle-timeout", "400ms");
        config.put("quarkus.dragoman.provider.hasty.request-timeout", "800ms");
        return config;
    }

    /** A port on which nobody listens any more. */
    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(VendorServer.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
