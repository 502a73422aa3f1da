// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.framing.Sse;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import java.util.List;
import java.util.stream.Collectors;

/** Losses that turn up in a stream, as a comment of server-sent events: {@code : dragoman-loss <path>;<KIND>, …}. */
public final class LossComment {
    private LossComment() {}

    /** Appends the comment; nothing where nothing was lost. */
    public static void write(List<Loss> losses, WireBuffer out) {
        if (!losses.isEmpty()) {
            String list =
                    losses.stream().map(loss -> loss.path() + ";" + loss.kind()).collect(Collectors.joining(", "));
            Sse.comment(out, "dragoman-loss " + list);
        }
    }
}
