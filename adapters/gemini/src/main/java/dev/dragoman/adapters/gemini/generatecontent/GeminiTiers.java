// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tiers of service: {@code unspecified}, {@code flex}, {@code standard}, {@code priority}, lower case. */
final class GeminiTiers {
    private GeminiTiers() {}

    /** The tier in canonical words. */
    static @Nullable String decode(@Nullable String tier) {
        if (tier == null) {
            return null;
        }
        String lower = tier.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "standard" -> "default";
            case "unspecified" -> "auto";
            default -> lower;
        };
    }

    /** The tier of a request for the vendor; {@code null} if it cannot be said. */
    static @Nullable String encodeWish(@Nullable String tier, Losses losses) {
        if (tier == null) {
            return null;
        }
        return switch (tier) {
            case "default" -> "standard";
            case "flex", "priority" -> tier;
            case "fast" -> {
                note(LossKind.APPROXIMATED, "the nearest tier is 'priority'", losses);
                yield "priority";
            }
            case "auto" -> {
                note(LossKind.DROPPED, "without a tier the vendor chooses", losses);
                yield null;
            }
            default -> {
                note(LossKind.DROPPED, "there is no such tier", losses);
                yield null;
            }
        };
    }

    /** The tier that served, for a client. */
    static String encodeServed(String tier) {
        return tier.equals("default") ? "standard" : tier;
    }

    private static void note(LossKind kind, String reason, Losses losses) {
        losses.add(kind, Severity.NOTE, "serviceTier", reason);
    }
}
