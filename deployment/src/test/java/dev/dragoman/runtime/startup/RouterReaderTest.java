// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.provider.DemoProvider;
import dev.dragoman.runtime.provider.Providers;
import dev.dragoman.runtime.routing.Router;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterReaderTest {
    private static Router read(Map<String, String> properties) {
        return new RouterReader(Settings.config(properties), new Providers(List.of(new DemoProvider()))).read();
    }

    @Test
    void reads_aliases_and_the_default_provider() {
        Router router = read(Map.of(
                "quarkus.dragoman.model.\"gpt-4.1\".targets", "demo/a/b", "quarkus.dragoman.default-provider", "demo"));
        assertThat(router.route("gpt-4.1").name()).isEqualTo("demo/a/b");
        assertThat(router.route("other").name()).isEqualTo("demo/other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model.fast.targets | demo/a,demo/a | model.\"fast\".targets names 'demo/a' twice",
                "model.fast.targets | a | model.\"fast\".targets is 'a': write it as provider/model",
                "model.fast.targets | nobody/a | with one of the providers demo",
                "model.fast.targets | demo/ | is 'demo/'",
                "default-provider | nobody | default-provider is 'nobody', but no provider of that name is configured",
            })
    void what_is_wrong_names_the_property_and_the_remedy(String property, String value, String message) {
        assertThatThrownBy(() -> read(Map.of("quarkus.dragoman." + property, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("quarkus.dragoman.")
                .hasMessageContaining(message);
    }
}
