// SPDX-License-Identifier: Apache-2.0

/** Configuration of the extension, prefix {@code quarkus.dragoman}. */
@NullMarked
package dev.dragoman.runtime.config;

import org.jspecify.annotations.NullMarked;
