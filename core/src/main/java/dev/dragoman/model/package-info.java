// SPDX-License-Identifier: Apache-2.0

/** The canonical chat model: what any of the dialects can ask for, as immutable values. The request and its messages are here; parts, tools, settings, responses, events and errors have packages of their own. */
@NullMarked
package dev.dragoman.model;

import org.jspecify.annotations.NullMarked;
