// SPDX-License-Identifier: Apache-2.0

/** Finding dialects and translating bodies between them without a network or a container. */
@NullMarked
package dev.dragoman.translate;

import org.jspecify.annotations.NullMarked;
