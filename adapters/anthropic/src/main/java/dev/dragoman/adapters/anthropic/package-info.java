// SPDX-License-Identifier: Apache-2.0
/** Anthropic's dialect and the profile of its own service. */
@NullMarked
package dev.dragoman.adapters.anthropic;

import org.jspecify.annotations.NullMarked;
