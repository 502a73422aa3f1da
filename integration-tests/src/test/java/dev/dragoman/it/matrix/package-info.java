// SPDX-License-Identifier: Apache-2.0

/**
 * Every client dialect against every vendor dialect, over HTTP. What a dialect's bodies look like is data below
 * {@code src/test/resources/matrix}; see the README there.
 */
@NullMarked
package dev.dragoman.it.matrix;

import org.jspecify.annotations.NullMarked;
