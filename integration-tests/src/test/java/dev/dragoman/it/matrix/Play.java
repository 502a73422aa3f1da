// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.matrix;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a played vendor does when it is asked for one model, and what it was asked.
 *
 * @param dialect the dialect it speaks
 * @param asked path, query and body of the request; empty so far
 */
record Play(WireDialect dialect, Scenario scenario, AtomicReference<@Nullable Asked> asked) {
    /** A request as the vendor got it. */
    record Asked(String uri, String body) {}
}
