// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.raw;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged application. */
@QuarkusIntegrationTest
class SeedExamplesIT extends SeedExamplesTest {}
