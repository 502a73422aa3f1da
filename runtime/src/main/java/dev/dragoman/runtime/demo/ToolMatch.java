// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import dev.dragoman.model.tool.Tool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which tools a prompt asks for: those it names; else those whose name shares a telling word with it; else any, if it says so. */
final class ToolMatch {
    private static final Pattern ANY_TOOL = Pattern.compile(
            "\\b(?:call|(?:use|using|invoke|run|try)\\s+(?:a|an|the|one|any|some|your)?\\s*(?:tool|function))\\b");
    private static final Pattern ALL_TOOLS =
            Pattern.compile("\\b(?:all|every|both|several)\\b[^.!?]{0,20}\\b(?:tool|function)s?\\b");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int TELLING = 4;
    private static final Set<String> COMMON = Set.of(
            "call", "tool", "tools", "function", "with", "from", "fetch", "current", "data", "info", "value", "result");

    private ToolMatch() {}

    static List<Tool> asked(List<? extends Tool> tools, String prompt) {
        List<Tool> named = named(tools, prompt);
        if (!named.isEmpty()) {
            return named;
        }
        String lower = prompt.toLowerCase(Locale.ROOT);
        if (ALL_TOOLS.matcher(lower).find()) {
            return List.copyOf(tools);
        }
        List<Tool> related = related(tools, words(lower));
        if (!related.isEmpty()) {
            return related;
        }
        return !tools.isEmpty() && ANY_TOOL.matcher(lower).find() ? List.of(tools.get(0)) : List.of();
    }

    private static List<Tool> named(List<? extends Tool> tools, String prompt) {
        Map<Tool, Integer> places = new LinkedHashMap<>();
        for (Tool tool : tools) {
            if (tool.name().isEmpty()) {
                continue;
            }
            Matcher matcher = Pattern.compile(
                            "(?<![\\p{L}\\p{N}_-])" + Pattern.quote(tool.name()) + "(?![\\p{L}\\p{N}_-])",
                            PromptHints.CASE)
                    .matcher(prompt);
            if (matcher.find()) {
                places.put(tool, matcher.start());
            }
        }
        return places.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Tools that share words with the prompt; not those that share only what a better match shares too. */
    private static List<Tool> related(List<? extends Tool> tools, Set<String> prompt) {
        Map<Tool, Set<String>> shared = new LinkedHashMap<>();
        for (Tool tool : tools) {
            Set<String> words = telling(tool.name());
            words.removeIf(
                    word -> !prompt.contains(word) && !prompt.contains(word + "s") && !prompt.contains(word + "es"));
            if (!words.isEmpty()) {
                shared.put(tool, words);
            }
        }
        List<Tool> best = new ArrayList<>();
        List<Set<String>> taken = new ArrayList<>();
        shared.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
                .filter(entry -> taken.stream().noneMatch(other -> other.containsAll(entry.getValue())))
                .forEach(entry -> {
                    taken.add(entry.getValue());
                    best.add(entry.getKey());
                });
        best.sort(Comparator.comparingInt(tools::indexOf));
        return best;
    }

    private static Set<String> telling(String toolName) {
        Set<String> words = words(toolName.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT));
        words.removeIf(word -> word.length() < TELLING || COMMON.contains(word));
        return words;
    }

    private static Set<String> words(String lower) {
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(lower);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
