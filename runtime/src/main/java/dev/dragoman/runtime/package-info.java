// SPDX-License-Identifier: Apache-2.0
/** The extension at run time: configuration, beans, provider HTTP, routing and gateway endpoints. */
@NullMarked
package dev.dragoman.runtime;

import org.jspecify.annotations.NullMarked;
