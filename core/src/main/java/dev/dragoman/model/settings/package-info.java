// SPDX-License-Identifier: Apache-2.0

/** How the answer is to be made: sampling, reasoning, output format, audio, caching, web search. */
@NullMarked
package dev.dragoman.model.settings;

import org.jspecify.annotations.NullMarked;
