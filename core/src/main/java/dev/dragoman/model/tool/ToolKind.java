// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.tool;

/** Sorts of tools that the client itself runs. */
public enum ToolKind {
    /** Takes a JSON object that fits a schema. */
    FUNCTION,
    /** Takes free text, perhaps of a grammar (OpenAI custom tools). */
    CUSTOM
}
