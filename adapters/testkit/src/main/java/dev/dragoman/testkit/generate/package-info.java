// SPDX-License-Identifier: Apache-2.0

/** Seeded generators of requests, answers, streams and broken bytes: the same seed gives the same value everywhere. */
@NullMarked
package dev.dragoman.testkit.generate;

import org.jspecify.annotations.NullMarked;
