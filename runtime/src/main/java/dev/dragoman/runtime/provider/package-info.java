// SPDX-License-Identifier: Apache-2.0

/** Configured vendors, and how one of them is called, whatever the transport. All calls run on one Vert.x context. */
@NullMarked
package dev.dragoman.runtime.provider;

import org.jspecify.annotations.NullMarked;
