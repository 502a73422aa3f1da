// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.dialect.RequestTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where requests go, below the base URL, where that is not the dialect's own path. {@code {model}} stands for the model, other
 * names for settings of the provider.
 *
 * @param whole paths for whole answers, of which the first counts whose settings are all there
 * @param stream paths for streamed answers; empty for those of whole ones
 */
public record PathRules(List<String> whole, List<String> stream) {
    /** The dialect's own paths. */
    public static final PathRules NONE = new PathRules(List.of(), List.of());

    private static final String MODEL = "model";

    /** Copies the lists. */
    public PathRules {
        whole = List.copyOf(whole);
        stream = List.copyOf(stream);
    }

    /** Whether requests go where the dialect says. */
    boolean isNone() {
        return whole.isEmpty() && stream.isEmpty();
    }

    /** The same paths with these settings in them; what lacks a setting is left out. */
    PathRules with(Map<String, String> settings) {
        return new PathRules(filled(whole, settings), filled(stream, settings));
    }

    /** Names of settings without which there is no path; none if one of the paths is complete. */
    public List<String> missing(Map<String, String> settings) {
        List<String> names = new ArrayList<>(lacking(whole, settings));
        names.addAll(lacking(stream, settings));
        return names.stream().distinct().toList();
    }

    private static List<String> lacking(List<String> templates, Map<String, String> settings) {
        return templates.isEmpty() || !filled(templates, settings).isEmpty()
                ? List.of()
                : missing(fill(templates.get(templates.size() - 1), settings));
    }

    /** The path of a request, percent-encoded; {@code null} for the dialect's own. */
    @Nullable String path(String model, boolean streamed) {
        List<String> paths = streamed && !stream.isEmpty() ? stream : whole;
        return paths.isEmpty() ? null : fill(paths.get(0), Map.of(MODEL, model));
    }

    private static List<String> filled(List<String> templates, Map<String, String> settings) {
        List<String> filled = new ArrayList<>(templates.size());
        for (String template : templates) {
            String path = fill(template, settings);
            if (missing(path).isEmpty()) {
                filled.add(path);
            }
        }
        return filled;
    }

    /** Names between braces, but for the model's. */
    public static List<String> missing(String template) {
        List<String> names = new ArrayList<>(0);
        int from = template.indexOf('{');
        while (from >= 0) {
            int to = template.indexOf('}', from);
            if (to < 0) {
                break;
            }
            String name = template.substring(from + 1, to);
            if (!name.equals(MODEL)) {
                names.add(name);
            }
            from = template.indexOf('{', to);
        }
        return names;
    }

    /** The template with values in the place of their names, percent-encoded. */
    public static String fill(String template, Map<String, String> values) {
        String filled = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", RequestTarget.segment(value.getValue()));
        }
        return filled;
    }
}
