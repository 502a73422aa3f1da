// SPDX-License-Identifier: Apache-2.0

/** Health checks, there only if SmallRye Health is. */
@NullMarked
package dev.dragoman.runtime.health;

import org.jspecify.annotations.NullMarked;
