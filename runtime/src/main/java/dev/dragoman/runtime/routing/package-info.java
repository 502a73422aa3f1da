// SPDX-License-Identifier: Apache-2.0

/** From the name of a model to the provider that serves it. */
@NullMarked
package dev.dragoman.runtime.routing;

import org.jspecify.annotations.NullMarked;
