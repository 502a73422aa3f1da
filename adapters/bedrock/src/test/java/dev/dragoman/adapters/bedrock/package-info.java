// SPDX-License-Identifier: Apache-2.0
/** Tests of the signer. */
@NullMarked
package dev.dragoman.adapters.bedrock;

import org.jspecify.annotations.NullMarked;
