// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere;

import dev.dragoman.adapters.cohere.chat.CohereChatDialect;
import dev.dragoman.dialect.ProfileSource;
import dev.dragoman.dialect.VendorProfile;
import java.util.List;

/** Cohere's own service. Source: client options of npm {@code cohere-ai} 8.1.0, which reads {@code CO_API_KEY} itself. */
public final class CohereProfiles implements ProfileSource {
    @Override
    public List<VendorProfile> profiles() {
        return List.of(VendorProfile.builder("cohere", CohereChatDialect.ID)
                .baseUrl("https://api.cohere.com")
                .environment("COHERE_API_KEY", "CO_API_KEY")
                .build());
    }
}
