// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dragoman.runtime.http.BaseUrl;
import dev.dragoman.runtime.http.VendorSettings;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
    private static final String FAKE = "sk-fake-key";

    private static List<VendorSettings> read(Map<String, String> properties, Map<String, String> environment) {
        return new SettingsReader(Settings.config(properties), Settings.PROFILES, environment::get).read();
    }

    @Test
    void a_variable_of_the_environment_switches_its_provider_on() {
        assertThat(read(Map.of(), Map.of())).isEmpty();
        assertThat(read(Map.of(), Map.of("OPENAI_API_KEY", " "))).isEmpty();
        VendorSettings openai =
                read(Map.of(), Map.of("OPENAI_API_KEY", FAKE + "\n")).get(0);
        assertThat(openai.name()).isEqualTo("openai");
        assertThat(openai.apiKeys()).containsExactly(FAKE);
        assertThat(openai.baseUrl()).isEqualTo(new BaseUrl(true, "api.openai.example", 443, "/v1"));
        assertThat(openai.limits())
                .isEqualTo(new VendorSettings.Limits(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(10),
                        256));
    }

    @Test
    void a_second_way_to_a_vendor_takes_the_key_once_it_is_configured() {
        assertThat(read(Map.of(), Map.of("OPENAI_API_KEY", FAKE)))
                .extracting(VendorSettings::name)
                .containsExactly("openai");
        assertThat(read(
                        Map.of("quarkus.dragoman.provider.openai-second.adapter", "openai-second"),
                        Map.of("OPENAI_API_KEY", FAKE)))
                .extracting(VendorSettings::name, VendorSettings::apiKeys)
                .containsExactly(tuple("openai", List.of(FAKE)), tuple("openai-second", List.of(FAKE)));
    }

    @Test
    void configuration_wins_over_the_environment() {
        VendorSettings openai = read(
                        Map.of(
                                "quarkus.dragoman.provider.openai.api-key", "sk-fake-other",
                                "quarkus.dragoman.provider.openai.base-url", "http://localhost:1/x",
                                "quarkus.dragoman.provider.openai.headers.\"X-Team\"", "blue",
                                "quarkus.dragoman.provider.openai.models", "a,b",
                                "quarkus.dragoman.provider.openai.stream-idle-timeout", "250ms"),
                        Map.of("OPENAI_API_KEY", FAKE))
                .get(0);
        assertThat(openai.apiKeys()).containsExactly("sk-fake-other");
        assertThat(openai.baseUrl()).isEqualTo(new BaseUrl(false, "localhost", 1, "/x"));
        assertThat(openai.headers()).isEqualTo(Map.of("X-Team", "blue"));
        assertThat(openai.models()).containsExactly("a", "b");
        assertThat(openai.limits().streamIdle()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void a_provider_of_another_name_takes_the_key_of_its_adapter() {
        List<VendorSettings> all =
                read(Map.of("quarkus.dragoman.provider.mirror.adapter", "openai"), Map.of("OPENAI_API_KEY", FAKE));
        assertThat(all).extracting(VendorSettings::name).containsExactly("mirror", "openai");
        assertThat(all).extracting(VendorSettings::apiKeys).containsOnly(List.of(FAKE));
    }

    @Test
    void a_variable_alone_does_not_switch_on_what_needs_an_address() {
        assertThat(read(Map.of(), Map.of("HOMELESS_API_KEY", "k"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x.api-key | k | provider.x.adapter is 'x', but there is no such adapter: set it to one of homeless, openai",
                "openai.adapter | opnai | provider.openai.adapter is 'opnai'",
                "homeless.api-key | k | provider.homeless.base-url is missing",
                "openai.base-url | localhost:80 | provider.openai.base-url must begin with http",
                "openai.base-url | https://u:p@h/ | provider.openai.base-url must be scheme, host",
                "demo.adapter | openai | has the name of the built-in provider",
                "openai.max-connections | 0 | provider.openai.max-connections must be at least 1",
                "openai.connect-timeout | 0s | provider.openai.connect-timeout must be between",
                "openai.headers.\"a b\" | x | is not the name of a header",
                "\"a/b\".adapter | openai | must not hold a slash",
            })
    void what_is_wrong_names_the_property_and_the_remedy(String property, String value, String message) {
        assertThatThrownBy(() -> read(Map.of("quarkus.dragoman.provider." + property, value), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith("quarkus.dragoman.provider.");
    }

    @Test
    void a_key_that_cannot_be_sent_is_refused_and_not_shown() {
        assertThatThrownBy(() -> read(Map.of(), Map.of("OPENAI_API_KEY", "sk-fake\r\nx: y")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("quarkus.dragoman.provider.openai.api-key")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("sk-fake"));
    }

    @Test
    void no_text_of_the_configuration_shows_a_key() {
        Map<String, String> properties = Map.of(
                "quarkus.dragoman.provider.openai.api-key", FAKE,
                "quarkus.dragoman.provider.openai.headers.\"X-Key\"", FAKE,
                "quarkus.dragoman.gateway.api-keys", FAKE);
        assertThat(read(properties, Map.of()).get(0).toString()).doesNotContain(FAKE);
        assertThat(Settings.config(properties).toString()).doesNotContain(FAKE);
        assertThat(Settings.config(properties).gateway().toString()).doesNotContain(FAKE);
        assertThat(Settings.config(properties).provider().get("openai").toString())
                .doesNotContain(FAKE);
        assertThat(Settings.config(properties).provider().toString()).doesNotContain(FAKE);
    }
}
