// SPDX-License-Identifier: Apache-2.0
/**
 * How one vendor speaks a dialect, as data, and the one engine that follows it: {@link dev.dragoman.profile.ProfiledDialect} is
 * a dialect with the rules of a profile around it.
 */
@NullMarked
package dev.dragoman.profile;

import org.jspecify.annotations.NullMarked;
