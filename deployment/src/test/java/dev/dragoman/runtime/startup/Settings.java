// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.startup;

import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.runtime.config.DragomanConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Configuration made by hand. */
final class Settings {
    static final VendorProfile OPENAI = new VendorProfile(
            "openai",
            "openai-chat",
            "https://api.openai.example/v1",
            VendorProfile.Auth.BEARER,
            List.of("OPENAI_API_KEY"),
            Map.of());
    static final VendorProfile HOMELESS = new VendorProfile(
            "homeless", "openai-chat", null, VendorProfile.Auth.BEARER, List.of("HOMELESS_API_KEY"), Map.of());
    static final VendorProfile SECOND_WAY = new VendorProfile(
            "openai-second",
            "openai-chat",
            "https://api.openai.example/v1",
            VendorProfile.Auth.BEARER,
            List.of("OPENAI_API_KEY"),
            Map.of(),
            Set.of(),
            false);
    static final Profiles PROFILES = new Profiles(List.of(OPENAI, HOMELESS, SECOND_WAY));

    private Settings() {}

    static DragomanConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(DragomanConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withDefaultValues(properties)
                .build()
                .getConfigMapping(DragomanConfig.class);
    }
}
