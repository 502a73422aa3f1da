// SPDX-License-Identifier: Apache-2.0

/**
 * The laws of a dialect as tests that an adapter inherits: extend {@link dev.dragoman.testkit.DialectLaws} and name the
 * dialect. The README of this module numbers the laws and explains the hooks.
 */
@NullMarked
package dev.dragoman.testkit;

import org.jspecify.annotations.NullMarked;
