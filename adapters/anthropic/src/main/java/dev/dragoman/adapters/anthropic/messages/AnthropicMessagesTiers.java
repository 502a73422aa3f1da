// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.loss.Losses;
import org.jspecify.annotations.Nullable;

/** {@code service_tier}: what a request wishes, and what an answer was served with. */
final class AnthropicMessagesTiers {
    private AnthropicMessagesTiers() {}

    static @Nullable String decodeWish(@Nullable String word) {
        return "standard_only".equals(word) ? "default" : word;
    }

    /** The wish in this dialect's words; {@code null} if it has none. */
    static @Nullable String encodeWish(@Nullable String tier, Losses losses) {
        if (tier == null) {
            return null;
        }
        switch (tier) {
            case "auto" -> {
                return "auto";
            }
            case "default", "standard_only" -> {
                return "standard_only";
            }
            case "priority", "fast", "scale" -> {
                losses.approximated("serviceTier", "tiers are 'auto' and 'standard_only' there");
                return "auto";
            }
            case "flex" -> {
                losses.approximated("serviceTier", "tiers are 'auto' and 'standard_only' there");
                return "standard_only";
            }
            default -> {
                losses.dropped("serviceTier", "tiers are 'auto' and 'standard_only' there");
                return null;
            }
        }
    }

    static @Nullable String decodeServed(@Nullable String word) {
        return "standard".equals(word) ? "default" : word;
    }

    static String encodeServed(String tier) {
        return tier.equals("default") ? "standard" : tier;
    }
}
