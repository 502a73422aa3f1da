// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of the files of a request: required, of letters, digits, single spaces, hyphens, round and square brackets, at most 200,
 * and different from each other. Source: {@code DocumentBlock} of the service model and its documentation.
 */
final class BedrockConverseDocumentNames {
    private static final int LONGEST = 200;

    private final Set<String> used = new HashSet<>();
    private int count;

    String fit(@Nullable String name, String path, Losses losses) {
        count++;
        String clean = name == null ? "" : isClean(name) ? name : cleaned(withoutExtension(name));
        String told = unique(clean.isEmpty() ? "document-" + count : clean);
        if (name == null) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, path, "a file has a name there");
        } else if (!told.equals(name)) {
            losses.add(
                    LossKind.APPROXIMATED,
                    Severity.NOTE,
                    path,
                    "names of files are letters, digits, spaces, hyphens and brackets, each name once");
        }
        return told;
    }

    private String unique(String name) {
        String distinct = name;
        for (int i = 2; !used.add(distinct); i++) {
            String mark = " (" + i + ")";
            distinct = name.substring(0, Math.min(name.length(), LONGEST - mark.length())) + mark;
        }
        return distinct;
    }

    private static boolean isClean(String name) {
        return !name.isEmpty() && name.length() <= LONGEST && cleaned(name).equals(name);
    }

    private static String withoutExtension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= 6 ? name.substring(0, dot) : name;
    }

    private static String cleaned(String name) {
        StringBuilder clean = new StringBuilder(name.length());
        for (int i = 0; i < name.length() && clean.length() < LONGEST; i++) {
            char c = name.charAt(i);
            boolean space = Character.isWhitespace(c) || c == '_' || c == '.';
            if (space) {
                if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                    clean.append(' ');
                }
            } else if (isAllowed(c)) {
                clean.append(c);
            }
        }
        return clean.toString().strip();
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-()[]".indexOf(c) >= 0;
    }
}
