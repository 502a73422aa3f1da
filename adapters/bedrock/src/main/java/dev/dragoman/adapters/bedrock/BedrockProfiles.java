// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock;

import dev.dragoman.adapters.bedrock.converse.BedrockConverseDialect;
import dev.dragoman.dialect.ProfileSource;
import dev.dragoman.dialect.VendorProfile;
import java.util.List;

/**
 * Amazon Bedrock: a host for each region, an API key as bearer token, or a signature. Source: endpoint rules of botocore 1.43.107;
 * AWS' documentation of Bedrock API keys, read 2026-11-20.
 */
public final class BedrockProfiles implements ProfileSource {
    @Override
    public List<VendorProfile> profiles() {
        return List.of(VendorProfile.builder("bedrock", BedrockConverseDialect.ID)
                .baseUrl("https://bedrock-runtime." + VendorProfile.REGION + ".amazonaws.com")
                .auth(new VendorProfile.Auth("Authorization", "Bearer ", true, BedrockSigner.ID))
                .environment("AWS_BEARER_TOKEN_BEDROCK")
                .build());
    }
}
