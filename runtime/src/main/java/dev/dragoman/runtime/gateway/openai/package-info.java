// SPDX-License-Identifier: Apache-2.0

/** Paths on which the dialect {@code openai-chat} is served. */
@NullMarked
package dev.dragoman.runtime.gateway.openai;

import org.jspecify.annotations.NullMarked;
