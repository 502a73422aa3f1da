// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.openai;

import dev.dragoman.it.vendor.VendorResource;
import dev.dragoman.it.vendor.VendorServer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test that asks the gateway by OpenAI's SDK. */
@WithTestResource(value = VendorResource.class, scope = TestResourceScope.GLOBAL)
abstract class SdkTest {
    @TestHTTPResource("/v1")
    URI baseUrl;

    VendorServer vendor;
    Sdk sdk;

    @BeforeEach
    void open() {
        sdk = new Sdk(baseUrl);
    }

    @AfterEach
    void close() {
        sdk.close();
    }
}
