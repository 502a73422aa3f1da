// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.test.QuarkusUnitTest;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A wrong profile on the class path is told when the application is built. */
class BrokenShippedProfileTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addAsResource(
                            new StringAsset("dragoman/profiles/shipped.yaml\n"), "META-INF/dragoman/profiles")
                    .addAsResource(
                            new StringAsset(
                                    "id: shipped\nextends: openai-compatible\nbase-ulr: https://acme.example\n"),
                            "dragoman/profiles/shipped.yaml"))
            .assertException(e -> assertThat(e)
                    .hasMessageContaining("shipped.yaml:3: unknown key 'base-ulr'")
                    .hasStackTraceContaining("AdaptersProcessor"));

    @Test
    void is_not_built() {
        fail("the application was built");
    }
}
