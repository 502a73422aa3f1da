// SPDX-License-Identifier: Apache-2.0

/** The built-in provider {@code demo}: a deterministic model in the process, for trying any SDK without a key or a network. */
@NullMarked
package dev.dragoman.runtime.demo;

import org.jspecify.annotations.NullMarked;
