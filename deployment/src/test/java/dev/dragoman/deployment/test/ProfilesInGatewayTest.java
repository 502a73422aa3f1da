// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.QuarkusUnitTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A vendor that is a file, and profiles as what clients speak. */
class ProfilesInGatewayTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Bodies.class, Vendor.class)
                    .addAsResource(new StringAsset("dragoman/profiles/shipped.yaml\n"), "META-INF/dragoman/profiles")
                    .addAsResource(
                            new StringAsset("id: shipped\nextends: openai-compatible\nbase-url: " + Vendor.BASE_URL
                                    + "\nenvironment: SHIPPED_API_KEY\nfields: {user: drop}\n"),
                            "dragoman/profiles/shipped.yaml"))
            .overrideRuntimeConfigKey("SHIPPED_API_KEY", "sk-fake")
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true")
            .overrideRuntimeConfigKey("ACME_API_KEY", "sk-fake")
            .overrideRuntimeConfigKey("OPENAI_API_KEY", "sk-fake")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.openai.base-url", Vendor.BASE_URL)
            .overrideRuntimeConfigKey("quarkus.dragoman.profiles", directory().toString());

    @Inject
    Vendor vendor;

    private static Path directory() {
        try {
            Path directory = Files.createTempDirectory("profiles");
            Files.writeString(
                    directory.resolve("acme.yaml"),
                    "id: acme\nextends: openai-compatible\nbase-url: " + Vendor.BASE_URL
                            + "\nenvironment: ACME_API_KEY\nfields: {seed: drop}\n"
                            + "models:\n  - match: m-that-reasons\n    traits: {sampling: false}\n");
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_vendor_is_a_file() throws Exception {
        given().body(with("acme/m", "\"seed\":7,\"max_completion_tokens\":5"))
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .header("dragoman-served-by", "acme/m")
                .header("dragoman-loss", "seed;DROPPED");
        assertThat(vendor.received().body()).contains("\"max_tokens\":5").doesNotContain("seed");
    }

    @Test
    void a_profile_that_the_application_ships_is_one_too() throws Exception {
        given().body(with("shipped/m", "\"user\":\"me\",\"max_completion_tokens\":5"))
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .header("dragoman-served-by", "shipped/m")
                .header("dragoman-loss", "user;DROPPED");
        assertThat(vendor.received().body()).contains("\"max_tokens\":5").doesNotContain("user\":\"me");
        given().body(with("shipped/m", "\"max_tokens\":5"))
                .post("/shipped/v1/chat/completions")
                .then()
                .statusCode(200);
        assertThat(vendor.received().body()).contains("\"max_tokens\":5");
    }

    @Test
    void what_a_model_can_do_is_configured_by_a_file() throws Exception {
        for (String model : new String[] {"m", "m-that-reasons"}) {
            String losses = given().body("{\"model\":\"acme/" + model + "\",\"input\":\"Hello\",\"temperature\":0.5}")
                    .post("/v1/responses")
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("dragoman-loss");
            boolean dropped = losses != null && losses.contains("temperature;DROPPED");
            assertThat(dropped).isEqualTo(model.equals("m-that-reasons"));
            assertThat(vendor.received().body().contains("temperature")).isNotEqualTo(dropped);
        }
    }

    @Test
    void a_profile_is_what_clients_speak() throws Exception {
        given().body(with("openai/m", "\"max_tokens\":5"))
                .post("/acme/v1/chat/completions")
                .then()
                .statusCode(200)
                .body("choices[0].message.content", equalTo("Yes"));
        vendor.received();
    }

    @Test
    void a_client_asks_for_a_script() throws Exception {
        String script = given().queryParam("callback", "app.show")
                .body(with("openai/m", "\"metadata\":{\"a\":\"b\"}"))
                .post("/servicestack/v1/chat/completions.json")
                .then()
                .statusCode(200)
                .header("content-type", "text/javascript; charset=utf-8")
                .header("x-content-type-options", "nosniff")
                .extract()
                .asString();
        assertThat(script).startsWith("app.show({").endsWith("});").contains("\"provider\":\"openai\"");
        assertThat(script).contains("\"metadata\":{\"a\":\"b\"}");
        vendor.received();
    }

    @Test
    void a_script_is_no_way_to_run_something_else() {
        for (String callback : new String[] {"alert(1)", "1a", "a-b", "", "a".repeat(129), "</script>"}) {
            given().queryParam("callback", callback)
                    .body(with("openai/m", "\"n\":1"))
                    .post("/servicestack/v1/chat/completions")
                    .then()
                    .statusCode(400)
                    .contentType(ContentType.JSON)
                    .body("responseStatus.errors[0].fieldName", equalTo("callback"));
        }
    }

    @Test
    void a_stream_is_no_script() {
        given().queryParam("callback", "show")
                .body(with("openai/m", "\"stream\":true"))
                .post("/servicestack/v1/chat/completions")
                .then()
                .statusCode(400);
    }

    @Test
    void only_json_is_to_be_had() throws Exception {
        given().accept("text/csv")
                .body(with("openai/m", "\"n\":1"))
                .post("/servicestack/v1/chat/completions")
                .then()
                .statusCode(406)
                .body("responseStatus.message", containsString("application/json"));
        given().accept("text/csv")
                .queryParam("format", "json")
                .body(with("openai/m", "\"n\":1"))
                .post("/servicestack/v1/chat/completions")
                .then()
                .statusCode(200);
        vendor.received();
        given().queryParam("format", "xml")
                .body(with("openai/m", "\"n\":1"))
                .post("/servicestack/v1/chat/completions")
                .then()
                .statusCode(406);
    }

    @Test
    void other_clients_have_nothing_to_choose() throws Exception {
        given().queryParam("callback", "show")
                .accept("text/csv")
                .body(with("openai/m", "\"n\":1"))
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .header("x-content-type-options", nullValue());
        vendor.received();
    }

    @Test
    void ranges_of_the_v4_gateway_follow_the_loss_policy() throws Exception {
        given().body(with("openai/m", "\"temperature\":2"))
                .post("/v4/beta/chat/completions")
                .then()
                .statusCode(200)
                .header("dragoman-loss", "temperature;CLAMPED");
        assertThat(vendor.received().body()).contains("\"temperature\":1.999999");
        given().header("Dragoman-On-Loss", "strict")
                .body(with("openai/m", "\"temperature\":2"))
                .post("/v4/beta/chat/completions")
                .then()
                .statusCode(400)
                .body("error.param", equalTo("temperature"));
    }

    @Test
    void models_of_the_v4_gateway_name_their_vendor() {
        given().body(with("gpt-4o", "\"n\":1"))
                .post("/v4/beta/chat/completions")
                .then()
                .statusCode(400)
                .body("error.param", equalTo("model"))
                .body("error.message", containsString("model_vendor/model"));
    }

    private static String with(String model, String members) {
        return "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]," + members + "}";
    }
}
