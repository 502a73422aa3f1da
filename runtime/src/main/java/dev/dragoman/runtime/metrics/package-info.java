// SPDX-License-Identifier: Apache-2.0

/** What is counted, where the application counts things at all. */
@NullMarked
package dev.dragoman.runtime.metrics;

import org.jspecify.annotations.NullMarked;
