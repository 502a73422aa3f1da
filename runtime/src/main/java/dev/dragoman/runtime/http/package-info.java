// SPDX-License-Identifier: Apache-2.0

/** Vendors behind HTTP: pooled clients, time limits, demand, cancellation. */
@NullMarked
package dev.dragoman.runtime.http;

import org.jspecify.annotations.NullMarked;
