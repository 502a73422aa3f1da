// SPDX-License-Identifier: Apache-2.0

/**
 * Chat completions that a vendor has stored ({@code store: true}), as the vendor tells of them afterwards: lists of completions,
 * lists of their messages, changes of their metadata and deletions. Types and a codec for programs that ask a vendor for them; the
 * gateway stores nothing and has nothing to tell. Source: seed 000, "Chat Completion List Object" and "Chat Completion Message List
 * Object"; OpenAI's API reference, "Chat Completions", spring 2026.
 */
@NullMarked
package dev.dragoman.adapters.openai.chat.stored;

import org.jspecify.annotations.NullMarked;
