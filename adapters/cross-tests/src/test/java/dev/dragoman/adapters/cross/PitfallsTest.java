// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.testkit.golden.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/pitfalls.md} against the sources of the tests. */
class PitfallsTest {
    private static final int COUNT = 48;
    private static final Pattern METHOD = Pattern.compile("(?:void|Stream<DynamicTest>) (\\w+)\\(");
    private static final Pattern NUMBERS = Pattern.compile("pitfall_((?:\\d+_and_)*\\d+)_\\w+");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");

    /** Each method of each test, as {@code Class#method}. */
    private static final Set<String> METHODS = new TreeSet<>();
    /** Number of a pitfall to the tests that have it in their names. */
    private static final Map<Integer, Set<String>> NAMED = new TreeMap<>();

    @BeforeAll
    static void scan() throws IOException {
        try (Stream<Path> files = Files.walk(ProjectFiles.project())) {
            files.filter(PitfallsTest::isTest).forEach(PitfallsTest::scan);
        }
    }

    private static boolean isTest(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".java")
                && !path.contains("/target/")
                && (path.contains("/src/test/") || path.endsWith("/DialectLaws.java"));
    }

    private static void scan(Path file) {
        String name = file.getFileName().toString().replace(".java", "");
        try {
            METHOD.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(method -> {
                        METHODS.add(name + "#" + method);
                        numbers(method)
                                .forEach(number -> NAMED.computeIfAbsent(number, key -> new TreeSet<>())
                                        .add(name + "#" + method));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> numbers(String method) {
        return NUMBERS.matcher(method)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split("_and_", -1)))
                .map(Integer::valueOf)
                .toList();
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(ProjectFiles.project().resolve("docs/pitfalls.md")))
                .results()
                .toList();
    }

    @Test
    void each_pitfall_has_a_test_that_names_it() {
        assertThat(NAMED.keySet())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, COUNT).boxed().toList());
    }

    @Test
    void each_pitfall_has_its_row() throws IOException {
        assertThat(rows())
                .extracting(row -> Integer.valueOf(row.group(1)))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, COUNT).boxed().toList());
    }

    @Test
    void each_test_of_a_row_is_there_and_about_its_pitfall() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (MatchResult row : rows()) {
            Integer number = Integer.valueOf(row.group(1));
            List<MatchResult> tests = TEST.matcher(row.group(2)).results().toList();
            assertThat(tests).as("tests of pitfall " + number).isNotEmpty();
            for (MatchResult test : tests) {
                String name = test.group(1) + "#" + test.group(2);
                boolean meant = test.group(1).equals("DialectLaws")
                        || NAMED.getOrDefault(number, Set.of()).contains(name);
                if (!METHODS.contains(name) || !meant) {
                    wrong.add(number + ": " + name);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
