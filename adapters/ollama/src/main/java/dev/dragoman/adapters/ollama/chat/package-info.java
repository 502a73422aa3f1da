// SPDX-License-Identifier: Apache-2.0

/**
 * The dialect {@code ollama}: {@code POST /api/chat} of Ollama's own API. Read on 2026-11-20 from the server's source and docs
 * ({@code ollama/ollama}, snapshot of 2026-08-21, v0.33.0-rc2) and from npm {@code ollama} 0.6.4.
 */
@NullMarked
package dev.dragoman.adapters.ollama.chat;

import org.jspecify.annotations.NullMarked;
