// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.json.RawJson;

/**
 * The text of arguments whose object arrives in pieces, as {@link ObjectArguments#decode} reads it from a whole one. Pieces pass as
 * they come, unless they begin like an object that holds other text. Not thread-safe.
 */
public final class StreamedArguments {
    private final StringBuilder held = new StringBuilder();
    private boolean passing;

    /** Takes a piece and gives what can be told now; empty if that is nothing. */
    public String take(String piece) {
        if (passing) {
            return piece;
        }
        held.append(piece);
        int common = Math.min(held.length(), ObjectArguments.WRAPPED.length());
        if (ObjectArguments.WRAPPED.startsWith(held.substring(0, common))) {
            return "";
        }
        passing = true;
        return held.toString();
    }

    /**
     * What is left to tell when no piece follows; empty if that is nothing.
     *
     * @param opening the arguments that the call began with, which some vendors tell instead of pieces
     */
    public String rest(String opening) {
        if (passing) {
            return "";
        }
        if (held.isEmpty()) {
            return opening;
        }
        try {
            return ObjectArguments.decode(RawJson.parse(held.toString()));
        } catch (IllegalArgumentException e) {
            return held.toString();
        }
    }
}
