// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.matrix;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Starts the played vendors and configures a provider for each. A field of type {@link PlayedVendors} is filled. */
public final class MatrixResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable PlayedVendors vendors;

    @Override
    public Map<String, String> start() {
        PlayedVendors started = new PlayedVendors();
        vendors = started;
        Map<String, String> settings = new TreeMap<>();
        Matrix.DIALECTS.forEach(dialect -> settings.putAll(dialect.settings(started.root())));
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(vendors, new TestInjector.MatchesType(PlayedVendors.class));
    }

    @Override
    public void stop() {
        if (vendors != null) {
            vendors.close();
        }
    }
}
