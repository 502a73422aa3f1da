// SPDX-License-Identifier: Apache-2.0

/** The Ollama dialect family. */
@NullMarked
package dev.dragoman.adapters.ollama;

import org.jspecify.annotations.NullMarked;
