// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.ChatClient;
import dev.dragoman.model.ChatRequest;
import io.quarkus.test.QuarkusUnitTest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vendors behind TLS are asked with HTTP/2 if they offer it. */
class VendorHttp2Test {
    private static final String STORE = "target/vendor-http2.p12";
    private static final String PASSWORD = "changeit";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(VersionVendor.class, Vendor.class))
            .setBeforeAllCustomizer(VendorHttp2Test::generateKey)
            .overrideConfigKey("quarkus.tls.server.key-store.p12.path", STORE)
            .overrideConfigKey("quarkus.tls.server.key-store.p12.password", PASSWORD)
            .overrideConfigKey("quarkus.tls.local.trust-all", "true")
            .overrideConfigKey("quarkus.http.tls-configuration-name", "server")
            .overrideConfigKey("quarkus.http.insecure-requests", "enabled")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.safe.adapter", "openai")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.safe.base-url", "https://localhost:8444/version")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.safe.tls-configuration-name", "local")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.plain.adapter", "openai")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.plain.base-url", "http://localhost:8081/version");

    @Inject
    ChatClient chat;

    /** A vendor that answers with the version of HTTP that it was asked with. */
    @Singleton
    public static class VersionVendor {
        void routes(@Observes Router router) {
            router.post("/version/chat/completions")
                    .handler(routing -> routing.response()
                            .putHeader("content-type", "application/json")
                            .end(Vendor.ANSWER.replace(
                                    "Yes", routing.request().version().toString())));
        }
    }

    @ParameterizedTest
    @CsvSource({"safe, HTTP_2", "plain, HTTP_1_1"})
    void the_version_is_negotiated(String provider, String version) {
        assertThat(chat.chat(ChatRequest.builder(provider + "/m").user("Hi").build())
                        .await()
                        .indefinitely()
                        .text())
                .isEqualTo(version);
    }

    private static void generateKey() {
        try {
            Files.deleteIfExists(Path.of(STORE));
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "vendor",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            STORE,
                            "-storepass",
                            PASSWORD)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(keytool.waitFor()).as(said).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
