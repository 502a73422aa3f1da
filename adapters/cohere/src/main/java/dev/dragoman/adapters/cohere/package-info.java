// SPDX-License-Identifier: Apache-2.0

/** The Cohere dialect family. */
@NullMarked
package dev.dragoman.adapters.cohere;

import org.jspecify.annotations.NullMarked;
