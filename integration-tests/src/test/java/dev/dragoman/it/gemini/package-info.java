// SPDX-License-Identifier: Apache-2.0

/** Google's own SDK as a client of the gateway. */
@NullMarked
package dev.dragoman.it.gemini;

import org.jspecify.annotations.NullMarked;
