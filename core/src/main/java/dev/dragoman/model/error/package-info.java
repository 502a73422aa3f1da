// SPDX-License-Identifier: Apache-2.0

/** What can go wrong, in one vocabulary for all dialects. */
@NullMarked
package dev.dragoman.model.error;

import org.jspecify.annotations.NullMarked;
