// SPDX-License-Identifier: Apache-2.0

/** The gateway under load beside the bare relay, in one run: throughput, latency, streams, memory, start-up. */
@NullMarked
package dev.dragoman.benchmarks.load;

import org.jspecify.annotations.NullMarked;
