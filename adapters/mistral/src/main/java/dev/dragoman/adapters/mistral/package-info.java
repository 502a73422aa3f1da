// SPDX-License-Identifier: Apache-2.0

/** The Mistral dialect family. */
@NullMarked
package dev.dragoman.adapters.mistral;

import org.jspecify.annotations.NullMarked;
