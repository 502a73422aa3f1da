// SPDX-License-Identifier: Apache-2.0

/** Golden files: bytes from the wire beside what they mean, one folder a case. */
@NullMarked
package dev.dragoman.testkit.golden;

import org.jspecify.annotations.NullMarked;
