// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.door;

import static io.restassured.RestAssured.given;

import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With Quarkus' management interface the public port has nothing below {@code /q}. */
class ManagementTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true")
            .overrideConfigKey("quarkus.management.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.dragoman.gateway.api-keys", "fake-1");

    @Test
    void health_is_at_the_other_port_only() {
        for (String path : new String[] {"/q/health", "/q/health/ready", "/q/metrics", "/q/dev-ui"}) {
            given().get(path).then().statusCode(404);
        }
        given().port(9001).get("/q/health/ready").then().statusCode(200);
        given().port(9001).get("/v1/models").then().statusCode(404);
    }
}
