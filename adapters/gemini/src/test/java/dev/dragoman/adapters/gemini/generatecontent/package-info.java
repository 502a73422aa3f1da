// SPDX-License-Identifier: Apache-2.0

/** Tests of the dialect {@code gemini}. */
@NullMarked
package dev.dragoman.adapters.gemini.generatecontent;

import org.jspecify.annotations.NullMarked;
