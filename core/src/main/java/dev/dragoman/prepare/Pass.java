// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

/** One step of {@link RequestPreparer}. What it changes, it reports. */
@FunctionalInterface
interface Pass {
    void apply(Draft draft);
}
