// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words and numbers of a prompt that may serve as arguments: what stands in quotes, else names (capitalised words that do not
 * begin a sentence), else the last word; and the numbers. Each is handed out once, in order, and then again from the start.
 */
final class PromptHints {
    private static final int READ = 2000;
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]{1,200})\"|“([^”]{1,200})”|`([^`]{1,200})`");
    private static final Pattern NAME = Pattern.compile(
            "\\p{Lu}[\\p{L}\\p{N}-]*+(?:['’]\\p{L}+)?+(?: \\p{Lu}[\\p{L}\\p{N}-]*+(?:['’]\\p{L}+)?+)*+(?:, \\p{Lu}{2}\\b)?");
    private static final Pattern AND = Pattern.compile("\\s*,?\\s*(?:and|or|&)\\s+(?:in |for |of )?");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}_.])-?\\d{1,15}(?:\\.\\d{1,9})?(?![\\p{L}\\p{N}_])");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'-]*");

    private final String prompt;
    private final List<String> phrases;
    private final List<String> listed;
    private final List<Double> numbers = new ArrayList<>();
    private int nextPhrase;
    private int nextNumber;

    PromptHints(String whole) {
        prompt = whole.length() > READ ? whole.substring(0, READ) : whole;
        List<String> quoted = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(prompt);
        while (matcher.find()) {
            quoted.add(matcher.group().substring(1, matcher.group().length() - 1));
        }
        List<String> inOneList = new ArrayList<>();
        List<String> names = names(inOneList);
        listed = quoted.isEmpty() ? List.copyOf(inOneList) : List.of();
        phrases = !quoted.isEmpty() ? quoted : !names.isEmpty() ? names : lastWord();
        matcher = NUMBER.matcher(prompt);
        while (matcher.find()) {
            numbers.add(Double.valueOf(matcher.group()));
        }
    }

    /** Hints that begin with this phrase instead of the prompt's own. */
    private PromptHints(PromptHints from, String phrase) {
        prompt = from.prompt;
        phrases = List.of(phrase);
        listed = List.of();
        numbers.addAll(from.numbers);
    }

    PromptHints only(String phrase) {
        return new PromptHints(this, phrase);
    }

    /** The prompt on one line. */
    String text() {
        return Tokens.shorten(prompt, 200);
    }

    /** Whether the prompt contains this word. */
    boolean mentions(String word) {
        return !word.isEmpty()
                && Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])", CASE)
                        .matcher(prompt)
                        .find();
    }

    /** Names that the prompt joins by "and" or "or"; empty if there are not at least two. */
    List<String> listed() {
        return listed;
    }

    String phrase() {
        return phrases.isEmpty() ? "demo" : phrases.get(nextPhrase++ % phrases.size());
    }

    @Nullable Double number() {
        return numbers.isEmpty() ? null : numbers.get(nextNumber++ % numbers.size());
    }

    static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private List<String> names(List<String> inOneList) {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(prompt);
        int end = -1;
        boolean joined = false;
        List<String> run = new ArrayList<>();
        while (matcher.find()) {
            int start = matcher.start();
            String name = matcher.group().replaceAll("['’]s\\b", "");
            if (beginsSentence(start)) {
                int space = name.indexOf(' ');
                name = space < 0 ? "" : name.substring(space + 1);
            }
            if (name.isEmpty() || name.equals("I") || name.startsWith("I'") || name.startsWith("I’")) {
                continue;
            }
            String between = end < 0 ? "." : prompt.substring(end, start);
            boolean and = AND.matcher(between).matches();
            if (!and && !COMMA.matcher(between).matches()) {
                run.clear();
                joined = false;
            }
            run.add(name);
            joined |= and;
            if (joined && inOneList.size() < run.size()) {
                inOneList.clear();
                inOneList.addAll(run);
            }
            names.add(name);
            end = matcher.end();
        }
        return names;
    }

    private boolean beginsSentence(int start) {
        for (int i = start - 1; i >= 0; i--) {
            char c = prompt.charAt(i);
            if (".!?:\n".indexOf(c) >= 0) {
                return true;
            }
            if (!Character.isWhitespace(c) && "\"“(".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private List<String> lastWord() {
        String last = null;
        Matcher matcher = WORD.matcher(prompt);
        while (matcher.find()) {
            last = matcher.group();
        }
        return last == null ? List.of() : List.of(last);
    }
}
