// SPDX-License-Identifier: Apache-2.0
/**
 * The dialect {@code mistral}: {@code POST /v1/chat/completions} of Mistral. Read from the models of npm
 * {@code @mistralai/mistralai} 2.7.0, Mistral's OpenAPI document and guides of August 2026, and the rules of its request
 * validator {@code mistral-common} 1.11.7; read on 20 November 2026.
 */
@NullMarked
package dev.dragoman.adapters.mistral.chat;

import org.jspecify.annotations.NullMarked;
