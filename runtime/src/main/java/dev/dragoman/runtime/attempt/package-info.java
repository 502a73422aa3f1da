// SPDX-License-Identifier: Apache-2.0

/** From a request to whoever answers it: one run drives the attempts, and small classes decide who is next and what is said. */
@NullMarked
package dev.dragoman.runtime.attempt;

import org.jspecify.annotations.NullMarked;
