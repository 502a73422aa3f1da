// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StartupLogTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true")
            .overrideRuntimeConfigKey("OPENAI_API_KEY", "sk-fake-from-environment")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.mirror.adapter", "openai")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.mirror.api-key", "sk-fake-configured")
            .setLogRecordPredicate(line -> true)
            .assertLogRecords(lines -> {
                assertThat(lines)
                        .extracting(StartupLogTest::text)
                        .contains("Providers: demo, mirror (openai), openai")
                        .noneMatch(line -> line.contains("sk-fake"));
                assertThat(lines)
                        .anyMatch(line -> line.getLevel().intValue() >= Level.WARNING.intValue()
                                && text(line).contains("quarkus.dragoman.gateway.api-keys"));
            });

    private static String text(LogRecord line) {
        String message = String.valueOf(line.getMessage());
        return line.getParameters() == null ? message : String.format(message, line.getParameters());
    }

    @Test
    void names_the_providers_and_warns_of_an_open_door() {}
}
