// SPDX-License-Identifier: Apache-2.0

/** A vendor on the loopback interface that speaks OpenAI Chat and misbehaves on demand. */
@NullMarked
package dev.dragoman.it.vendor;

import org.jspecify.annotations.NullMarked;
