// SPDX-License-Identifier: Apache-2.0

/** Cohere's own SDK as a client of the gateway. */
@NullMarked
package dev.dragoman.it.cohere;

import org.jspecify.annotations.NullMarked;
