// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai;

import dev.dragoman.adapters.openai.chat.OpenAiChatDialect;
import dev.dragoman.adapters.openai.responses.OpenAiResponsesDialect;
import dev.dragoman.dialect.ProfileSource;
import dev.dragoman.dialect.VendorProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** OpenAI's own services. Source: openai-java 4.100.0 and npm openai 7.55.0, client options. */
public final class OpenAiProfiles implements ProfileSource {
    private static final String BASE_URL = "https://api.openai.com/v1";

    @Override
    public List<VendorProfile> profiles() {
        return List.of(
                new VendorProfile(
                        "openai",
                        OpenAiChatDialect.ID,
                        BASE_URL,
                        VendorProfile.Auth.BEARER,
                        List.of("OPENAI_API_KEY"),
                        Map.of(),
                        OpenAiChatDialect.COMPATIBLE_FIELDS),
                new VendorProfile(
                        "openai-responses",
                        OpenAiResponsesDialect.ID,
                        BASE_URL,
                        VendorProfile.Auth.BEARER,
                        List.of("OPENAI_API_KEY"),
                        Map.of(),
                        Set.of(),
                        // The key means the provider openai; this one is there when it is asked for.
                        false));
    }
}
