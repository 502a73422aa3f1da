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

/** Configuration made by hand. */
final class Settings {
    static final VendorProfile OPENAI = VendorProfile.builder("openai", "openai-chat")
            .baseUrl("https://api.openai.example/v1")
            .environment("OPENAI_API_KEY")
            .build();
    static final VendorProfile HOMELESS = VendorProfile.builder("homeless", "openai-chat")
            .environment("HOMELESS_API_KEY")
            .build();
    static final VendorProfile SECOND_WAY = VendorProfile.builder("openai-second", "openai-chat")
            .baseUrl("https://api.openai.example/v1")
            .environment("OPENAI_API_KEY")
            .switchedOnByKey(false)
            .build();
    static final Profiles PROFILES = Profiles.of(List.of(OPENAI, HOMELESS, SECOND_WAY));

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
