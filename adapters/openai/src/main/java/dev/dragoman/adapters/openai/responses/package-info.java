// SPDX-License-Identifier: Apache-2.0
/**
 * The dialect {@code openai-responses}: OpenAI's Responses API. Read on 2026-11-25 from npm {@code openai} 7.55.0 (typed models,
 * stream accumulator) and Maven {@code com.openai:openai-java-core} 4.100.0.
 *
 * <p>A conversation is one list of items here. Items of the model that stand side by side (messages, reasoning, calls, hosted
 * tools) are one message of the canonical model, in order; an item that only this dialect knows is an opaque part of it. Ids of
 * messages and calls in an answer name places in the vendor's store and are not read; ids of reasoning are.
 */
@NullMarked
package dev.dragoman.adapters.openai.responses;

import org.jspecify.annotations.NullMarked;
