// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that {@code docs/reliability.md} names exist. */
class ReliabilityPageTest {
    /** A class, perhaps with its folder, one of its methods and its module. */
    private static final Pattern NAMED =
            Pattern.compile("`(?:[a-z]+/)?(\\w+(?:Test|IT))(?:\\.(\\w+))?`(?: in `([\\w-]+)`)?");

    private static Optional<Path> source(String module, String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", module, "src/test/java"))) {
            return files.filter(file -> file.endsWith(name + ".java")).findAny();
        }
    }

    private static boolean exists(Matcher named) throws IOException {
        String module = named.group(3) == null ? "deployment" : named.group(3);
        Optional<Path> source = source(module, named.group(1));
        return source.isPresent()
                && (named.group(2) == null || Files.readString(source.get()).contains("void " + named.group(2) + "("));
    }

    @Test
    void names_tests_that_exist() throws IOException {
        Matcher named = NAMED.matcher(Files.readString(Path.of("../docs/reliability.md")));
        List<String> missing = new ArrayList<>();
        int count = 0;
        for (; named.find(); count++) {
            if (!exists(named)) {
                missing.add(named.group());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(count).isGreaterThan(50);
    }
}
