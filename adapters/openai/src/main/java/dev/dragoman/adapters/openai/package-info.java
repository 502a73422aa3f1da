// SPDX-License-Identifier: Apache-2.0

/** Adapters of the OpenAI family: the profiles of OpenAI's own services. The dialects have packages of their own. */
@NullMarked
package dev.dragoman.adapters.openai;

import org.jspecify.annotations.NullMarked;
