// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini;

import dev.dragoman.adapters.gemini.generatecontent.GeminiDialect;
import dev.dragoman.dialect.ProfileSource;
import dev.dragoman.dialect.VendorProfile;
import java.util.List;

/**
 * Google's Gemini API. Source: client options and request converters of npm {@code @google/genai} 3.1.0; what only Vertex takes
 * is refused here.
 */
public final class GeminiProfiles implements ProfileSource {
    @Override
    public List<VendorProfile> profiles() {
        return List.of(VendorProfile.builder("gemini", GeminiDialect.ID)
                .baseUrl("https://generativelanguage.googleapis.com")
                .auth(new VendorProfile.Auth("x-goog-api-key", "", true))
                .environment("GEMINI_API_KEY", "GOOGLE_API_KEY")
                .avoids("labels", "googleSearch.excludeDomains")
                .build());
    }
}
