// SPDX-License-Identifier: Apache-2.0

/** The Cohere dialect family: one dialect and the profile of Cohere's own service. */
@NullMarked
package dev.dragoman.adapters.cohere;

import org.jspecify.annotations.NullMarked;
