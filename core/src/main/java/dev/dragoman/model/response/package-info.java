// SPDX-License-Identifier: Apache-2.0

/** What a model answered: choices, finish reasons, token counts, log probabilities. */
@NullMarked
package dev.dragoman.model.response;

import org.jspecify.annotations.NullMarked;
