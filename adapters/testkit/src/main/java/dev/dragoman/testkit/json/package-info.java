// SPDX-License-Identifier: Apache-2.0

/** JSON as trees, for tests only: numbers compare by value, nothing else is forgiven unasked. */
@NullMarked
package dev.dragoman.testkit.json;

import org.jspecify.annotations.NullMarked;
