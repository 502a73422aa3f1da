// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import org.jspecify.annotations.Nullable;

/**
 * Words for how fast and at what price. Asked for are {@code auto} and {@code standard_only}, the default; {@code usage} tells
 * {@code standard} or {@code priority}. Source: {@code RequestedServiceTier} and {@code UsageInfo} of
 * {@code @mistralai/mistralai} 2.7.0.
 */
final class MistralChatTiers {
    private MistralChatTiers() {}

    static @Nullable String decodeAsked(@Nullable String word) {
        return "standard_only".equals(word) ? "default" : word;
    }

    /** The word to ask with; {@code null} if there is none. */
    static @Nullable String encodeAsked(@Nullable String tier, Losses losses) {
        if (tier == null || tier.equals("auto")) {
            return tier;
        }
        switch (tier) {
            case "default", "standard_only" -> {
                return "standard_only";
            }
            case "priority", "fast" -> {
                losses.approximated("serviceTier", "'auto' is served with priority where there is some");
                return "auto";
            }
            default -> {
                losses.add(LossKind.DROPPED, "serviceTier", "Mistral knows 'auto' and 'standard_only'");
                return null;
            }
        }
    }

    static @Nullable String decodeServed(@Nullable String word) {
        return "standard".equals(word) ? "default" : word;
    }

    static @Nullable String encodeServed(@Nullable String tier) {
        return "default".equals(tier) ? "standard" : tier;
    }
}
