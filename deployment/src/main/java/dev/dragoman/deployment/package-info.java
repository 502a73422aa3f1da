// SPDX-License-Identifier: Apache-2.0
/** The extension at build time: what of it goes into an application. */
@NullMarked
package dev.dragoman.deployment;

import org.jspecify.annotations.NullMarked;
