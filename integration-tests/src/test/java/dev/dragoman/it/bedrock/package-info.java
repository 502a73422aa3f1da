// SPDX-License-Identifier: Apache-2.0

/** AWS' own SDK as a client of the gateway. */
@NullMarked
package dev.dragoman.it.bedrock;

import org.jspecify.annotations.NullMarked;
