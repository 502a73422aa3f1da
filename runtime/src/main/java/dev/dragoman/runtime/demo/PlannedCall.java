// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import dev.dragoman.model.tool.ToolKind;

/**
 * A tool call that the demo model is about to make.
 *
 * @param kind the sort of tool
 * @param name the tool's name
 * @param arguments the text of a JSON object, or free text for a custom tool
 */
record PlannedCall(ToolKind kind, String name, String arguments) {}
