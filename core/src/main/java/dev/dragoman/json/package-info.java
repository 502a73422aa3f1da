// SPDX-License-Identifier: Apache-2.0

/** Reading and writing JSON as a stream of tokens: no trees, no reflection, every failure with the path of the value it is about. */
@NullMarked
package dev.dragoman.json;

import org.jspecify.annotations.NullMarked;
