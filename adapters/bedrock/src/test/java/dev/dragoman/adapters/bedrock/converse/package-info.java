// SPDX-License-Identifier: Apache-2.0
/** Tests of the dialect. */
@NullMarked
package dev.dragoman.adapters.bedrock.converse;

import org.jspecify.annotations.NullMarked;
