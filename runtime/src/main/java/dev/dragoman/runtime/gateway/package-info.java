// SPDX-License-Identifier: Apache-2.0

/** The endpoints: what a client of any dialect talks to. */
@NullMarked
package dev.dragoman.runtime.gateway;

import org.jspecify.annotations.NullMarked;
