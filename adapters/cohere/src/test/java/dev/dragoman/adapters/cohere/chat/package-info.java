// SPDX-License-Identifier: Apache-2.0
/** Tests of the dialect. */
@NullMarked
package dev.dragoman.adapters.cohere.chat;

import org.jspecify.annotations.NullMarked;
