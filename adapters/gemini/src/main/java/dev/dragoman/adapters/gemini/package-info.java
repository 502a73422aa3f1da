// SPDX-License-Identifier: Apache-2.0

/** The Gemini dialect family. */
@NullMarked
package dev.dragoman.adapters.gemini;

import org.jspecify.annotations.NullMarked;
