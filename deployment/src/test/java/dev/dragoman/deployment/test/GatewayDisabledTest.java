// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.gateway.Gateway;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GatewayDisabledTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication();

    @Inject
    Instance<Gateway> gateway;

    @Test
    void an_application_that_does_not_ask_for_endpoints_has_none() {
        assertThat(gateway.isUnsatisfied()).isTrue();
        given().body("{}").post("/v1/chat/completions").then().statusCode(404);
        String body = given().get("/v1/models").then().statusCode(404).extract().asString();
        assertThat(body).doesNotContain("unknown_url");
    }
}
