// SPDX-License-Identifier: Apache-2.0
/**
 * Fits a canonical request to what a dialect can take, by named passes over data that the dialect declares, and undoes on the
 * reply what had to be disguised.
 */
@NullMarked
package dev.dragoman.prepare;

import org.jspecify.annotations.NullMarked;
