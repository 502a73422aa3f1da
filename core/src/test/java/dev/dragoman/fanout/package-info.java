// SPDX-License-Identifier: Apache-2.0
/** Tests of this package. */
@NullMarked
package dev.dragoman.fanout;

import org.jspecify.annotations.NullMarked;
