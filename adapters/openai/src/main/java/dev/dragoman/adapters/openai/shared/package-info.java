// SPDX-License-Identifier: Apache-2.0
/**
 * What the dialects of OpenAI's APIs have in common: errors, models, the probabilities of tokens. For the packages of this
 * module only.
 */
@NullMarked
package dev.dragoman.adapters.openai.shared;

import org.jspecify.annotations.NullMarked;
