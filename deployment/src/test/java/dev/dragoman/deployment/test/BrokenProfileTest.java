// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.test.QuarkusUnitTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BrokenProfileTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideRuntimeConfigKey("quarkus.dragoman.profiles", directory().toString())
            .assertException(e -> assertThat(e)
                    .hasMessageContaining("acme.yaml:3: unknown key 'feilds'")
                    .hasMessageContaining("remove it or write one of"));

    private static Path directory() {
        try {
            Path directory = Files.createTempDirectory("profiles");
            Files.writeString(
                    directory.resolve("acme.yaml"),
                    "id: acme\nextends: openai-compatible\nfeilds: {seed: drop}\nbase-url: https://acme.example\n");
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void does_not_start() {
        fail("the application started");
    }
}
