// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral;

import dev.dragoman.adapters.mistral.chat.MistralChatDialect;
import dev.dragoman.dialect.ProfileSource;
import dev.dragoman.dialect.VendorProfile;
import java.util.List;

/** Mistral's own service. Source: client options of npm {@code @mistralai/mistralai} 2.7.0. */
public final class MistralProfiles implements ProfileSource {
    @Override
    public List<VendorProfile> profiles() {
        return List.of(VendorProfile.builder("mistral", MistralChatDialect.ID)
                .baseUrl("https://api.mistral.ai")
                .environment("MISTRAL_API_KEY")
                .build());
    }
}
