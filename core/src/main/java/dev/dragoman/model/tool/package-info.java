// SPDX-License-Identifier: Apache-2.0

/** Tools that a model may call and how it may choose among them. */
@NullMarked
package dev.dragoman.model.tool;

import org.jspecify.annotations.NullMarked;
