// SPDX-License-Identifier: Apache-2.0
/**
 * The dialect {@code anthropic-messages}, API versions 2023-06-01 and 2026-10-21. Read on 2026-11-20 from npm
 * {@code @anthropic-ai/sdk} 1.11.0 and 0.137.0, {@code com.anthropic:anthropic-java-core} 3.11.0 and Anthropic's API
 * documentation.
 */
@NullMarked
package dev.dragoman.adapters.anthropic.messages;

import org.jspecify.annotations.NullMarked;
