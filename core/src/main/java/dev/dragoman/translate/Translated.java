// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.translate;

import dev.dragoman.loss.Loss;
import dev.dragoman.prepare.ReplyPlan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A translated body.
 *
 * @param body the body in the target dialect, UTF-8; not copied, do not change it
 * @param losses what was not carried over exactly, paths in the terms of the source
 * @param plan for a request: what was disguised in it; hand it to {@link Translator} with the reply
 */
public record Translated(byte[] body, List<Loss> losses, ReplyPlan plan) {
    /** Copies the list. */
    public Translated {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(plan, "plan");
        losses = List.copyOf(losses);
    }

    /** A body in which nothing is disguised. */
    public Translated(byte[] body, List<Loss> losses) {
        this(body, losses, ReplyPlan.NONE);
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** A size only: bodies stay out of logs. */
    @Override
    public String toString() {
        return "Translated[" + body.length + " bytes, " + losses.size() + " losses]";
    }
}
