// SPDX-License-Identifier: Apache-2.0

/** The embedded sample under test. */
@NullMarked
package dev.dragoman.sample;

import org.jspecify.annotations.NullMarked;
