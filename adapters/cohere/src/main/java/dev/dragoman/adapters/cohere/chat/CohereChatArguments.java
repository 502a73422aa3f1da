// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.RawJson;

/** {@code arguments} of a call: the text of a JSON object. */
final class CohereChatArguments {
    /** How some models call a tool without parameters. */
    static final String NOTHING = "null";

    static final String NONE = "{}";

    private CohereChatArguments() {}

    /** The canonical text. */
    static String decode(String arguments) {
        String text = arguments.strip();
        return text.isEmpty() || text.equals(NOTHING) ? NONE : arguments;
    }

    /** The free text of a custom tool as arguments of a function. */
    static String wrap(String input) {
        return "{\"input\":" + RawJson.string(input) + "}";
    }

    /** The arguments of a function: no arguments are an empty object. */
    static String encode(String arguments) {
        return arguments.isBlank() ? NONE : arguments;
    }
}
