// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.media;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which sources of media a target takes. Data: dialects hold one as a constant, and a vendor that takes less says so among the
 * fields that it refuses, as {@code image:url}, {@code audio:url}, {@code video:url} or {@code document:url}.
 *
 * @param addresses kinds of media that it fetches itself from an address
 * @param contents media types that it takes as content, by kind; a kind that is missing it does not take as content
 */
public record MediaIntake(Set<MediaKind> addresses, Map<MediaKind, Set<String>> contents) {
    /** Takes addresses of everything, or refuses a kind altogether: nothing is to be fetched for it. */
    public static final MediaIntake ANY = new MediaIntake(EnumSet.allOf(MediaKind.class), Map.of());

    /** Copies the collections. */
    public MediaIntake {
        addresses = Set.copyOf(addresses);
        Map<MediaKind, Set<String>> copy = new EnumMap<>(MediaKind.class);
        contents.forEach((kind, types) -> copy.put(kind, Set.copyOf(types)));
        contents = Collections.unmodifiableMap(copy);
    }

    /** What is taken by a vendor that refuses these fields of the dialect. */
    public MediaIntake without(Set<String> refusedFields) {
        Set<MediaKind> left = EnumSet.noneOf(MediaKind.class);
        for (MediaKind kind : addresses) {
            if (!refusedFields.contains(kind.name().toLowerCase(Locale.ROOT) + ":url")) {
                left.add(kind);
            }
        }
        return left.size() == addresses.size() ? this : new MediaIntake(left, contents);
    }

    /**
     * The media types of content that would have to stand for an address of this kind; empty if the address may stay, or if this
     * kind is not taken at all.
     */
    public Set<String> insteadOfAddress(MediaKind kind) {
        return addresses.contains(kind) ? Set.of() : contents.getOrDefault(kind, Set.of());
    }
}
