// SPDX-License-Identifier: Apache-2.0

/** Vendors that speak a known dialect, as profiles. */
@NullMarked
package dev.dragoman.adapters.compatible;

import org.jspecify.annotations.NullMarked;
