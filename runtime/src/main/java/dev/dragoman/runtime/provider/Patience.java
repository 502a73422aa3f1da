// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a vendor is waited for, where that is not what its provider says.
 *
 * @param firstToken how long a stream may take until its first content; {@code null} for the provider's
 * @param streamIdle how long a stream may pause between two pieces of content; {@code null} for the provider's
 * @param request how long a whole answer may take; {@code null} for the provider's
 */
public record Patience(
        @Nullable Duration firstToken,
        @Nullable Duration streamIdle,
        @Nullable Duration request) {}
