// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.testkit.golden.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * Tests that are known to fail, by name, one a line, in {@code src/test/resources/known-gaps/<dialect>.txt}; {@code #} begins a
 * comment. A listed test that passes fails, so the list only shrinks.
 */
final class KnownGaps {
    private final Set<String> names;

    KnownGaps(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    /** The gaps of a dialect. */
    static KnownGaps of(String dialect) {
        Path file =
                ProjectFiles.module().resolve("src/test/resources/known-gaps").resolve(dialect + ".txt");
        return new KnownGaps(Set.copyOf(read(file)));
    }

    private static List<String> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<DynamicTest> applyTo(Stream<DynamicTest> tests) {
        return tests.map(test -> names.contains(test.getDisplayName()) ? gap(test) : test);
    }

    private static DynamicTest gap(DynamicTest test) {
        return dynamicTest(test.getDisplayName(), () -> {
            try {
                test.getExecutable().execute();
            } catch (AssertionError e) {
                throw new TestAbortedException("a known gap: " + e.getMessage(), e);
            }
            throw new AssertionError("a known gap is closed: take it off the list");
        });
    }
}
