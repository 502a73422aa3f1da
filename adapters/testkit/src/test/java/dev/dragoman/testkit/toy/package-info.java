// SPDX-License-Identifier: Apache-2.0

/** A dialect that is nothing but the model written as JSON: what the kit is tried on, whole and broken on purpose. */
@NullMarked
package dev.dragoman.testkit.toy;

import org.jspecify.annotations.NullMarked;
