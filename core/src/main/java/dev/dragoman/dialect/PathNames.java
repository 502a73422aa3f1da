// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import java.util.List;
import java.util.Map;

/** The names that a dialect has for canonical paths, and the reading of such paths, for {@link RequestPaths}. Immutable. */
public final class PathNames {
    private final List<Map.Entry<String, String>> names;

    /**
     * A table of names.
     *
     * @param names canonical path to the dialect's path; tried in order, so that longer paths stand before their beginnings
     */
    public PathNames(List<Map.Entry<String, String>> names) {
        this.names = List.copyOf(names);
    }

    /** The path with its beginning renamed; the path itself if none of the names fits. */
    public String rename(String path) {
        for (Map.Entry<String, String> name : names) {
            String canonical = name.getKey();
            if (path.startsWith(canonical)
                    && (path.length() == canonical.length() || isBoundary(path.charAt(canonical.length())))) {
                return name.getValue() + path.substring(canonical.length());
            }
        }
        return path;
    }

    /** The number between here and the next closing bracket; -1 if there is none. */
    public static int index(String path, int from) {
        int end = path.indexOf(']', from);
        try {
            return end < 0 ? -1 : Integer.parseInt(path, from, end, 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static boolean isBoundary(char c) {
        return c == '.' || c == '[';
    }
}
