// SPDX-License-Identifier: Apache-2.0

/** The bean behind {@link dev.dragoman.ChatClient}. */
@NullMarked
package dev.dragoman.runtime.client;

import org.jspecify.annotations.NullMarked;
