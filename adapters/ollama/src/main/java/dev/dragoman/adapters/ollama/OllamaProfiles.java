// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama;

import dev.dragoman.adapters.ollama.chat.OllamaChatDialect;
import dev.dragoman.dialect.ProfileSource;
import dev.dragoman.dialect.VendorProfile;
import java.util.List;

/**
 * A server of one's own and Ollama's cloud. Source: docs of {@code ollama/ollama} at v0.33.0-rc2 and the client of npm
 * {@code ollama} 0.6.4.
 *
 * <p>{@code OLLAMA_API_KEY} is a key of the cloud and belongs to {@code ollama-cloud} alone: npm {@code ollama} too sends it to
 * {@code ollama.com} only. So nothing but a configuration switches {@code ollama} on, and no key goes to the local machine unless
 * it is configured there.
 */
public final class OllamaProfiles implements ProfileSource {
    private static final VendorProfile.Auth OPTIONAL = new VendorProfile.Auth("Authorization", "Bearer ", false);

    @Override
    public List<VendorProfile> profiles() {
        return List.of(
                VendorProfile.builder("ollama", OllamaChatDialect.ID)
                        .baseUrl("http://localhost:11434")
                        .auth(OPTIONAL)
                        .build(),
                VendorProfile.builder("ollama-cloud", OllamaChatDialect.ID)
                        .baseUrl("https://ollama.com")
                        .environment("OLLAMA_API_KEY")
                        .build());
    }
}
