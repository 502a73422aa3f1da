// SPDX-License-Identifier: Apache-2.0

/** How an application embeds Dragoman. */
@NullMarked
package dev.dragoman.sample;

import org.jspecify.annotations.NullMarked;
