// SPDX-License-Identifier: Apache-2.0
/** Several answers from a vendor that makes one at a time: the request is asked as often, and the answers become one. */
@NullMarked
package dev.dragoman.fanout;

import org.jspecify.annotations.NullMarked;
