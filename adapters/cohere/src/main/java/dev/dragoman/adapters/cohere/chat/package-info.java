// SPDX-License-Identifier: Apache-2.0

/**
 * {@code cohere-v2}: Cohere's {@code POST /v2/chat}. Read from the types of npm {@code cohere-ai} 8.1.0 and
 * {@code com.cohere:cohere-java} 1.9.3 and from Cohere's API reference ("Chat", "Chat with streaming"), November 2026.
 */
@NullMarked
package dev.dragoman.adapters.cohere.chat;

import org.jspecify.annotations.NullMarked;
