// SPDX-License-Identifier: Apache-2.0

/** What a translation could not carry over exactly, and what the user wants done about it. */
@NullMarked
package dev.dragoman.loss;

import org.jspecify.annotations.NullMarked;
