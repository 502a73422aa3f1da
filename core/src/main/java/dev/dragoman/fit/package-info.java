// SPDX-License-Identifier: Apache-2.0
/**
 * Fits the parts of messages and of answers to what a dialect can say of them. What is the same for all dialects stands here; an
 * adapter states where its dialect differs. What a fitter returns is written without a further loss.
 */
@NullMarked
package dev.dragoman.fit;

import org.jspecify.annotations.NullMarked;
