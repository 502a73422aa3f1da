// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stop sequences leave of a text.
 *
 * @param text the text before the sequence that comes first; all of it if none comes
 * @param sequence that sequence; {@code null} if none comes
 */
record StopCut(String text, @Nullable String sequence) {
    static StopCut of(String text, List<String> sequences) {
        StopCut cut = new StopCut(text, null);
        for (String sequence : sequences) {
            int at = sequence.isEmpty() ? -1 : text.indexOf(sequence);
            if (at >= 0 && (at < cut.text.length() || cut.sequence == null)) {
                cut = new StopCut(text.substring(0, at), sequence);
            }
        }
        return cut;
    }
}
