// SPDX-License-Identifier: Apache-2.0

/** Translation against its floor: the token copy of the same bytes with Jackson. */
@NullMarked
package dev.dragoman.benchmarks;

import org.jspecify.annotations.NullMarked;
