// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.QuarkusUnitTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application with endpoints and error pages of its own, which stay its own. */
class EmbeddedApplicationTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Bodies.class, Hello.class, Refused.class, Broken.class))
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true");

    @Path("/v1")
    public static class Hello {
        @GET
        @Path("/hello")
        public String hello() {
            return "hello";
        }

        @GET
        @Path("/broken")
        public String broken() {
            throw new IllegalStateException("broken");
        }
    }

    @Provider
    public static class Refused implements ExceptionMapper<NotAllowedException> {
        @Override
        public Response toResponse(NotAllowedException e) {
            return Response.status(405).entity("the application's own 405").build();
        }
    }

    @Provider
    public static class Broken implements ExceptionMapper<IllegalStateException> {
        @Override
        public Response toResponse(IllegalStateException e) {
            return Response.status(500).entity("the application's own 500").build();
        }
    }

    @Test
    void the_applications_paths_stay_its_own() {
        given().get("/v1/hello").then().statusCode(200).body(equalTo("hello"));
        given().delete("/v1/hello").then().statusCode(405).body(equalTo("the application's own 405"));
        given().get("/v1/broken").then().statusCode(500).body(equalTo("the application's own 500"));
    }

    @Test
    void the_gateways_paths_are_found_beside_them() {
        given().body(Bodies.chat("demo/chat"))
                .post("/v1/chat/completions")
                .then()
                .statusCode(200);
        given().delete("/v1/chat/completions").then().statusCode(405).contentType("application/json");
    }
}
