// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

class KnownGapsTest {
    private final KnownGaps gaps = new KnownGaps(Set.of("law0[gap]"));

    private Executable run(String name, Executable body) {
        DynamicTest test =
                gaps.applyTo(Stream.of(dynamicTest(name, body))).findFirst().orElseThrow();
        return test.getExecutable();
    }

    @Test
    void a_listed_test_that_fails_is_skipped() {
        Executable test = run("law0[gap]", () -> {
            throw new AssertionError("broken");
        });
        assertThatThrownBy(test::execute).isInstanceOf(TestAbortedException.class);
    }

    @Test
    void a_listed_test_that_passes_fails() {
        Executable test = run("law0[gap]", () -> {});
        assertThatThrownBy(test::execute).isInstanceOf(AssertionError.class).hasMessageContaining("closed");
    }

    @Test
    void another_test_fails_as_ever() {
        Executable test = run("law0[other]", () -> {
            throw new AssertionError("broken");
        });
        assertThatThrownBy(test::execute).isInstanceOf(AssertionError.class).hasMessage("broken");
    }
}
