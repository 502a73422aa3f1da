// SPDX-License-Identifier: Apache-2.0

/** The soak: a mixed load with faults, in front of the packaged gateway, after which nothing may be open, lost, doubled or kept. */
@NullMarked
package dev.dragoman.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
