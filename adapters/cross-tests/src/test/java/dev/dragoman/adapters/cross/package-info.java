// SPDX-License-Identifier: Apache-2.0
/** Translations between dialects of different adapters. */
@NullMarked
package dev.dragoman.adapters.cross;

import org.jspecify.annotations.NullMarked;
