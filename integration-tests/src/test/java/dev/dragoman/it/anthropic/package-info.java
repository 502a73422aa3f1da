// SPDX-License-Identifier: Apache-2.0

/** Anthropic's own SDK as a client of the gateway. */
@NullMarked
package dev.dragoman.it.anthropic;

import org.jspecify.annotations.NullMarked;
