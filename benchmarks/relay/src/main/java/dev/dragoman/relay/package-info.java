// SPDX-License-Identifier: Apache-2.0

/** A relay that parses nothing: what a gateway costs before it does anything. */
@NullMarked
package dev.dragoman.relay;

import org.jspecify.annotations.NullMarked;
