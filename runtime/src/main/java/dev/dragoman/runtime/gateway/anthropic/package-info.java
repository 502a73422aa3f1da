// SPDX-License-Identifier: Apache-2.0

/** The endpoints of Anthropic's dialect. */
@NullMarked
package dev.dragoman.runtime.gateway.anthropic;

import org.jspecify.annotations.NullMarked;
