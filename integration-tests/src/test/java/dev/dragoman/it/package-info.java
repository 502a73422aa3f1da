// SPDX-License-Identifier: Apache-2.0

/** The running gateway, asked by the vendors' own Java SDKs and by clients that make mistakes. */
@NullMarked
package dev.dragoman.it;

import org.jspecify.annotations.NullMarked;
