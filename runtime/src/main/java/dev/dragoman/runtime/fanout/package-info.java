// SPDX-License-Identifier: Apache-2.0

/** One call made of several, where a vendor makes one answer at a time. */
@NullMarked
package dev.dragoman.runtime.fanout;

import org.jspecify.annotations.NullMarked;
