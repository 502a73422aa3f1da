// SPDX-License-Identifier: Apache-2.0

/** Who may come in, to which models, and how often. */
@NullMarked
package dev.dragoman.runtime.gateway.door;

import org.jspecify.annotations.NullMarked;
