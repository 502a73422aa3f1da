// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.loss;

/** How much a loss matters. */
public enum Severity {
    /** The answer is the same without it: {@code user}, {@code metadata}, {@code store}, caching. */
    NOTE,
    /** The answer may be another without it: a stop sequence, a seed, an image, a constraint on tools. */
    CHANGES_ANSWER
}
