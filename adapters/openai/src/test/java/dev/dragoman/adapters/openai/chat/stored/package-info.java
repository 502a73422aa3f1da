// SPDX-License-Identifier: Apache-2.0
/** What vendors tell of stored completions. */
@NullMarked
package dev.dragoman.adapters.openai.chat.stored;

import org.jspecify.annotations.NullMarked;
