// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

/** Names of fields: Google's servers take both spellings, {@code camelCase} and {@code snake_case} (proto3 JSON mapping). */
final class GeminiNames {
    private GeminiNames() {}

    /** The name in {@code camelCase}; the same string where it is already. */
    static String camel(String name) {
        int underscore = name.indexOf('_');
        if (underscore <= 0) {
            return name;
        }
        StringBuilder camel = new StringBuilder(name.length());
        boolean upper = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                camel.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return camel.toString();
    }
}
