// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WrongAliasTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideRuntimeConfigKey("quarkus.dragoman.model.fast.targets", "demo/a,nobody/b")
            .assertException(
                    e -> assertThat(e).hasMessageContaining("quarkus.dragoman.model.\"fast\".targets is 'nobody/b'"));

    @Test
    void does_not_start() {
        fail("the application started");
    }
}
