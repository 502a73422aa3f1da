// SPDX-License-Identifier: Apache-2.0

/** From configuration to beans, when the application starts: what is wrong is said then, with the remedy. */
@NullMarked
package dev.dragoman.runtime.startup;

import org.jspecify.annotations.NullMarked;
