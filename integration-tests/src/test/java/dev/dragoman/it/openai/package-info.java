// SPDX-License-Identifier: Apache-2.0

/** The gateway as the official OpenAI SDK sees it. */
@NullMarked
package dev.dragoman.it.openai;

import org.jspecify.annotations.NullMarked;
