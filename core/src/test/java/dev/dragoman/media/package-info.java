// SPDX-License-Identifier: Apache-2.0

/** Tests of what is to be fetched. */
@NullMarked
package dev.dragoman.media;

import org.jspecify.annotations.NullMarked;
