// SPDX-License-Identifier: Apache-2.0

/** The gateway as plain HTTP clients see it. */
@NullMarked
package dev.dragoman.it.raw;

import org.jspecify.annotations.NullMarked;
