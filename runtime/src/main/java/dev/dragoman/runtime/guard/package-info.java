// SPDX-License-Identifier: Apache-2.0

/** What keeps a fault of one target from becoming everybody's: retries, breakers, bulkheads and time limits of SmallRye Fault Tolerance. */
@NullMarked
package dev.dragoman.runtime.guard;

import org.jspecify.annotations.NullMarked;
