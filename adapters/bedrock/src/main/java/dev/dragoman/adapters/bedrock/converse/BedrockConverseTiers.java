// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code serviceTier}: what a request wishes and what an answer was served with. {@code reserved} is OpenAI's {@code scale}. */
final class BedrockConverseTiers {
    private static final Set<String> KNOWN = Set.of("default", "flex", "priority", "reserved");

    private BedrockConverseTiers() {}

    static @Nullable String decode(JsonReader in) {
        if (in.isNull()) {
            return null;
        }
        String type = null;
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("type")) {
                type = in.stringOrNull();
            } else {
                in.skip();
            }
        }
        return "reserved".equals(type) ? "scale" : type;
    }

    /** Writes the wish, if this dialect has a word for it. */
    static void encodeWish(@Nullable String tier, JsonWriter json, Losses losses) {
        if (tier == null) {
            return;
        }
        if (tier.equals("auto")) {
            losses.add(LossKind.DROPPED, Severity.NOTE, "serviceTier", "the service decides where nothing is said");
        } else if (tier.equals("fast")) {
            losses.approximated("serviceTier", "tiers are 'default', 'flex', 'priority' and 'reserved' there");
            encode("priority", json);
        } else if (tier.equals("scale") || KNOWN.contains(tier)) {
            encode(tier, json);
        } else {
            losses.dropped("serviceTier", "tiers are 'default', 'flex', 'priority' and 'reserved' there");
        }
    }

    static void encode(@Nullable String tier, JsonWriter json) {
        if (tier != null) {
            String word = tier.equals("scale") ? "reserved" : tier;
            json.beginObject("serviceTier").field("type", word).endObject();
        }
    }
}
