// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.loss;

import java.util.Objects;

/**
 * Something that a translation could not carry over exactly.
 *
 * @param path which value, in the terms of its source: {@code messages[2].content[0].image_url.detail} for an OpenAI body,
 *     {@code sampling.topK} for a request made with the Java API
 * @param kind in what way
 * @param severity how much it matters
 * @param reason why, in one sentence for a person
 */
public record Loss(String path, LossKind kind, Severity severity, String reason) {
    /** Checks that nothing required is missing. */
    public Loss {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(reason, "reason");
    }

    /** The same loss under another path. */
    public Loss withPath(String newPath) {
        return newPath.equals(path) ? this : new Loss(newPath, kind, severity, reason);
    }
}
