// SPDX-License-Identifier: Apache-2.0

/** A streamed answer as events, and the fold that makes the whole answer of them. */
@NullMarked
package dev.dragoman.model.event;

import org.jspecify.annotations.NullMarked;
