// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic;

import dev.dragoman.adapters.anthropic.messages.AnthropicMessagesDialect;
import dev.dragoman.dialect.ProfileSource;
import dev.dragoman.dialect.VendorProfile;
import java.util.List;

/** Anthropic's own service. Source: client options of npm {@code @anthropic-ai/sdk} 1.11.0. */
public final class AnthropicProfiles implements ProfileSource {
    @Override
    public List<VendorProfile> profiles() {
        return List.of(VendorProfile.builder("anthropic", AnthropicMessagesDialect.ID)
                .baseUrl("https://api.anthropic.com")
                .auth(new VendorProfile.Auth("x-api-key", "", true))
                .environment("ANTHROPIC_API_KEY")
                .build());
    }
}
