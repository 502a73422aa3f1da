// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic;

import dev.dragoman.adapters.anthropic.messages.AnthropicMessagesDialect;
import dev.dragoman.dialect.ProfileSource;
import dev.dragoman.dialect.VendorProfile;
import java.util.List;
import java.util.Map;

/** Anthropic's own service. Source: client options of npm {@code @anthropic-ai/sdk} 1.11.0. */
public final class AnthropicProfiles implements ProfileSource {
    @Override
    public List<VendorProfile> profiles() {
        return List.of(new VendorProfile(
                "anthropic",
                AnthropicMessagesDialect.ID,
                "https://api.anthropic.com",
                new VendorProfile.Auth("x-api-key", "", true),
                List.of("ANTHROPIC_API_KEY"),
                Map.of()));
    }
}
