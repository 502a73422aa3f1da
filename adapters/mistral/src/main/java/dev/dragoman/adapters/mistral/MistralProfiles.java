// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral;

import dev.dragoman.adapters.mistral.chat.MistralChatDialect;
import dev.dragoman.dialect.ProfileSource;
import dev.dragoman.dialect.VendorProfile;
import java.util.List;
import java.util.Map;

/** Mistral's own service. Source: client options of npm {@code @mistralai/mistralai} 2.7.0. */
public final class MistralProfiles implements ProfileSource {
    @Override
    public List<VendorProfile> profiles() {
        return List.of(new VendorProfile(
                "mistral",
                MistralChatDialect.ID,
                "https://api.mistral.ai",
                VendorProfile.Auth.BEARER,
                List.of("MISTRAL_API_KEY"),
                Map.of()));
    }
}
