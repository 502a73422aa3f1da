// SPDX-License-Identifier: Apache-2.0

/** The Amazon Bedrock Converse dialect family. */
@NullMarked
package dev.dragoman.adapters.bedrock;

import org.jspecify.annotations.NullMarked;
