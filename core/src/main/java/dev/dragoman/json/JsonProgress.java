// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

/**
 * Tells, while the text of a JSON object or array arrives in pieces, whether it is complete. It counts braces outside of strings
 * and checks nothing else. Not thread-safe.
 */
public final class JsonProgress {
    private int depth;
    private boolean begun;
    private boolean inString;
    private boolean escaped;

    /** Takes the next piece. */
    public void append(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (inString) {
                if (escaped) {
                    escaped = false;
                } else if (c == '\\') {
                    escaped = true;
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c == '"') {
                inString = true;
                begun = true;
            } else if (c == '{' || c == '[') {
                depth++;
                begun = true;
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
    }

    /** Whether an object or array has begun and ended. */
    public boolean isComplete() {
        return begun && depth <= 0 && !inString;
    }
}
