// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each profile, and each of its variants, obeys the laws as the dialect that it is. */
class ProfileLawsTest {
    /** {@code -Ddragoman.profile=deepseek} tries one alone. */
    private static final String ONLY = System.getProperty("dragoman.profile", "");

    @TestFactory
    Stream<DynamicContainer> each_profile_obeys_the_laws() {
        return Vendors.speakers().stream()
                .filter(speaker -> ONLY.isEmpty() || speaker.id().equals(ONLY))
                .map(speaker -> dynamicContainer(speaker.name(), new ProfileLaws(speaker).laws()));
    }

    @Test
    void no_profile_is_left_out() {
        assertThat(Vendors.speakers().stream().map(Vendors.Speaker::id).distinct())
                .containsExactlyInAnyOrderElementsOf(Vendors.ALL.keySet());
        assertThat(Vendors.speakers().stream().map(Vendors.Speaker::name))
                .contains("azure-openai", "openai-responses", "vertex", "vertex claude-*");
    }

    @Test
    void there_are_forty_vendors_and_more() {
        assertThat(Vendors.ALL).hasSizeGreaterThanOrEqualTo(45).containsKeys("deepseek", "qwen", "openrouter");
        assertThat(Vendors.ALL)
                .containsKeys("openai-gateway", "openai-chat", "servicestack", "openai-subset", "vendor-gateway-v4");
    }
}
