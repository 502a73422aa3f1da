// SPDX-License-Identifier: Apache-2.0

/**
 * The dialect {@code openai-chat}: OpenAI's Chat Completions API and the extensions that compatible vendors and gateways agree
 * on. Read on 2026-11-20 from npm {@code openai} 7.55.0, Maven {@code com.openai:openai-java-core} 4.100.0, the OpenAI API
 * reference of spring 2026, and the documents of three OpenAI-compatible gateways.
 */
@NullMarked
package dev.dragoman.adapters.openai.chat;

import org.jspecify.annotations.NullMarked;
