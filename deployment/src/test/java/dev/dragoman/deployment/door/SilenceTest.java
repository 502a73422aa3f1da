// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.config.DragomanConfig;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Neither a key nor what people write is logged, even where everything is. */
class SilenceTest {
    private static final String SAID = "said-in-confidence";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Watched.class, Watched.Received.class))
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true")
            .overrideConfigKey("quarkus.log.min-level", "TRACE")
            .overrideRuntimeConfigKey("quarkus.log.category.\"dev.dragoman\".level", "TRACE")
            .overrideRuntimeConfigKey("quarkus.log.category.\"dev.dragoman\".min-level", "TRACE")
            .overrideRuntimeConfigKey("quarkus.log.category.\"io.vertx\".level", "TRACE")
            .overrideRuntimeConfigKey("quarkus.dragoman.gateway.api-keys", "fake-inbound")
            .overrideRuntimeConfigKey("quarkus.dragoman.gateway.key.one.value", "fake-one")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.openai.api-key", "fake-outbound")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.openai.base-url", Watched.HOST + "/v1")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.anthropic.api-key", "fake-outbound")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.anthropic.max-retries", "0")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.anthropic.base-url", Watched.HOST)
            .setLogRecordPredicate(line -> true)
            .assertLogRecords(lines -> assertThat(lines)
                    .isNotEmpty()
                    .extracting(SilenceTest::text)
                    .anyMatch(line -> line.contains("Request "))
                    .noneMatch(line -> line.contains("fake-inbound")
                            || line.contains("fake-one")
                            || line.contains("fake-outbound")
                            || line.contains("fake-wrong")
                            || line.contains(SAID)));

    @Inject
    DragomanConfig config;

    private static String text(LogRecord line) {
        return line.getMessage() + Arrays.toString(line.getParameters()) + line.getThrown();
    }

    @Test
    void nothing_is_repeated() {
        String messages = "\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"" + SAID + "\"}]}";
        for (String key : new String[] {"fake-inbound", "fake-one", "fake-wrong"}) {
            for (String body : new String[] {
                "{\"model\":\"openai/m\"," + messages,
                "{\"model\":\"anthropic/m\"," + messages, // its answer cannot be read
                "{\"model\":\"demo/chat\",\"stream\":true," + messages,
                "{\"model\":\"demo/chat\",\"temperature\":\"" + SAID + "\"," + messages,
                "{" + SAID,
            }) {
                for (String path : new String[] {"/v1/chat/completions", "/v1/messages"}) {
                    given().header("x-api-key", key)
                            .body(body)
                            .post(path)
                            .then()
                            .extract();
                }
            }
        }
        assertThat(config.toString() + config.gateway() + config.gateway().key() + config.provider())
                .doesNotContain("fake-");
    }
}
