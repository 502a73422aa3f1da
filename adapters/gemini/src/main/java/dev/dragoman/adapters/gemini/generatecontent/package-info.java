// SPDX-License-Identifier: Apache-2.0

/**
 * The dialect {@code gemini}: {@code generateContent} of Google's Gemini API and of Vertex AI, version {@code v1beta}. Read on
 * 2026-11-20 from npm {@code @google/genai} 3.1.0, {@code com.google.genai:google-genai} 1.70.0, npm {@code @ai-sdk/google}
 * 4.0.121 and Google's API documentation.
 */
@NullMarked
package dev.dragoman.adapters.gemini.generatecontent;

import org.jspecify.annotations.NullMarked;
