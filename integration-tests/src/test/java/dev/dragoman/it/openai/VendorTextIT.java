// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.openai;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged application. */
@QuarkusIntegrationTest
class VendorTextIT extends VendorTextTest {}
