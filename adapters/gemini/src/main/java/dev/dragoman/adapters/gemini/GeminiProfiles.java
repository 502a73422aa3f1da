// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini;

import dev.dragoman.adapters.gemini.generatecontent.GeminiDialect;
import dev.dragoman.dialect.ProfileSource;
import dev.dragoman.dialect.VendorProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Google's Gemini API. Source: client options and request converters of npm {@code @google/genai} 3.1.0; what only Vertex takes
 * is refused here.
 */
public final class GeminiProfiles implements ProfileSource {
    @Override
    public List<VendorProfile> profiles() {
        return List.of(new VendorProfile(
                "gemini",
                GeminiDialect.ID,
                "https://generativelanguage.googleapis.com",
                new VendorProfile.Auth("x-goog-api-key", "", true),
                List.of("GEMINI_API_KEY", "GOOGLE_API_KEY"),
                Map.of(),
                Set.of("labels", "googleSearch.excludeDomains")));
    }
}
