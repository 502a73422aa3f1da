// SPDX-License-Identifier: Apache-2.0

/** What a message is made of: text, media, tool calls and results, reasoning, refusals. */
@NullMarked
package dev.dragoman.model.content;

import org.jspecify.annotations.NullMarked;
