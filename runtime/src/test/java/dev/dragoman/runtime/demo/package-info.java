// SPDX-License-Identifier: Apache-2.0

/** Tests of the demo model. */
@NullMarked
package dev.dragoman.runtime.demo;

import org.jspecify.annotations.NullMarked;
