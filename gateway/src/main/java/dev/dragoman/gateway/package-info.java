// SPDX-License-Identifier: Apache-2.0
/** The runnable gateway: the extension plus configuration, no logic. */
@NullMarked
package dev.dragoman.gateway;

import org.jspecify.annotations.NullMarked;
