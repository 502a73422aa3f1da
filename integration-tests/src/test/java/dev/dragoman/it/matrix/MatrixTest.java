// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.matrix;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each client dialect against each vendor dialect in each scenario, over HTTP. */
@QuarkusTest
@WithTestResource(value = MatrixResource.class, scope = TestResourceScope.GLOBAL)
class MatrixTest {
    private static final MatrixTable TABLE = new MatrixTable();

    @TestHTTPResource("/")
    URI gateway;

    PlayedVendors vendors;

    static Stream<Arguments> cells() {
        return Matrix.DIALECTS.stream()
                .flatMap(client -> Matrix.DIALECTS.stream()
                        .flatMap(vendor -> Arrays.stream(Scenario.values())
                                .map(scenario -> Arguments.of(client.id(), vendor.id(), scenario))));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource("cells")
    void cell(String client, String vendor, Scenario scenario) throws Exception {
        MatrixCell cell = new MatrixCell(Matrix.dialect(client), Matrix.dialect(vendor), scenario);
        TABLE.played(cell, cell.play(gateway, vendors));
    }

    @AfterAll
    static void print() {
        System.out.println(TABLE.print());
    }
}
