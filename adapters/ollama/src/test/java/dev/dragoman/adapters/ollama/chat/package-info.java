// SPDX-License-Identifier: Apache-2.0

/** Tests of the dialect {@code ollama}. */
@NullMarked
package dev.dragoman.adapters.ollama.chat;

import org.jspecify.annotations.NullMarked;
