// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish that the vendor searches the web for the answer.
 *
 * @param contextSize how much of what is found goes into the prompt: {@code low}, {@code medium}, {@code high}; {@code null} for
 *     the vendor's default
 * @param location where the user is, roughly; {@code null} if not said
 * @param allowedDomains search only here; empty for no limit
 * @param blockedDomains never search here; empty for no limit
 * @param maxUses most searches an answer, at least 1; {@code null} for no limit
 */
public record WebSearch(
        @Nullable String contextSize,
        @Nullable UserLocation location,
        List<String> allowedDomains,
        List<String> blockedDomains,
        @Nullable Integer maxUses) {
    /** Search as the vendor thinks best. */
    public static final WebSearch DEFAULT = new WebSearch(null, null, List.of(), List.of(), null);

    /** Copies the lists. */
    public WebSearch {
        allowedDomains = List.copyOf(allowedDomains);
        blockedDomains = List.copyOf(blockedDomains);
    }

    /** Sizes only. */
    @Override
    public String toString() {
        return "WebSearch[contextSize=" + contextSize + ", " + allowedDomains.size() + " allowed, "
                + blockedDomains.size() + " blocked, maxUses=" + maxUses + "]";
    }
}
