// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.loss;

import java.util.Set;

/**
 * How much the loss of a field of the canonical model matters: the one list for all dialects. What is not listed changes the
 * answer.
 */
public final class FieldSeverity {
    /** Fields without which the answer is the same, as paths without indexes. */
    static final Set<String> NOTES = Set.of(
            "choices.message.parts.citations",
            "choices.logprobs",
            "cache",
            "created",
            "endUser",
            "extensions.anthropic-messages.header",
            "extensions.bedrock-converse.metrics",
            "extensions.openai-responses.include",
            "id",
            "messages.extensions.openai-responses.id",
            "messages.parts.cache",
            "messages.parts.content.cache",
            "messages.parts.extensions.openai-responses.id",
            "messages.parts.extensions.openai-responses.item.id",
            "messages.parts.extensions.openai-responses.item.phase",
            "metadata",
            "model",
            "prediction",
            "serviceTier",
            "store",
            "stream",
            "systemFingerprint",
            "tools.cache",
            "usage");

    private FieldSeverity() {}

    /** The severity of losing the value at this canonical path. */
    public static Severity of(String path) {
        String field = withoutIndexes(path);
        while (!field.isEmpty()) {
            if (NOTES.contains(field)) {
                return Severity.NOTE;
            }
            int dot = field.lastIndexOf('.');
            field = dot < 0 ? "" : field.substring(0, dot);
        }
        return Severity.CHANGES_ANSWER;
    }

    private static String withoutIndexes(String path) {
        if (path.indexOf('[') < 0) {
            return path;
        }
        StringBuilder field = new StringBuilder(path.length());
        boolean inside = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '[') {
                inside = true;
            } else if (c == ']') {
                inside = false;
            } else if (!inside) {
                field.append(c);
            }
        }
        return field.toString();
    }
}
