// SPDX-License-Identifier: Apache-2.0

/** Spans, where the application traces its requests. */
@NullMarked
package dev.dragoman.runtime.trace;

import org.jspecify.annotations.NullMarked;
