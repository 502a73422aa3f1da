// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.adapters.bedrock.BedrockProfiles;
import dev.dragoman.runtime.http.VendorSettings;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Providers whose requests are signed. */
class SigningReaderTest {
    private static final String SECRET = "fake-secret-access-key";
    private static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "AKIDFAKE", "AWS_SECRET_ACCESS_KEY", SECRET, "AWS_SESSION_TOKEN", "fake-token");

    private static List<VendorSettings> read(Map<String, String> properties, Map<String, String> environment) {
        Map<String, String> full = new HashMap<>();
        properties.forEach((name, value) -> full.put("quarkus.dragoman.provider." + name, value));
        return new SettingsReader(
                        Settings.config(full), Profiles.of(new BedrockProfiles().profiles()), environment::get)
                .read();
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return more;
    }

    @Test
    void keys_of_the_environment_and_a_region_switch_the_provider_on() {
        assertThat(read(Map.of(), KEYS)).isEmpty();
        VendorSettings aws =
                read(Map.of(), with(KEYS, "AWS_DEFAULT_REGION", "eu-west-1")).get(0);
        assertThat(aws.baseUrl().host()).isEqualTo("bedrock-runtime.eu-west-1.amazonaws.com");
        assertThat(aws.signing().credentials().sessionToken()).isEqualTo("fake-token");
        assertThat(aws.signing().signer().id()).isEqualTo("aws-sigv4");
    }

    @Test
    void an_api_key_wins_over_keys_of_the_environment_and_configured_keys_over_that() {
        Map<String, String> environment =
                with(with(KEYS, "AWS_REGION", "eu-west-1"), "AWS_BEARER_TOKEN_BEDROCK", "fake-bearer");
        VendorSettings bearer = read(Map.of(), environment).get(0);
        assertThat(bearer.apiKeys()).containsExactly("fake-bearer");
        assertThat(bearer.signing()).isNull();

        VendorSettings signed = read(
                        Map.of(
                                "bedrock.region", "us-east-1",
                                "bedrock.access-key-id", "AKIDOTHER",
                                "bedrock.secret-access-key", SECRET),
                        environment)
                .get(0);
        assertThat(signed.apiKeys()).isEmpty();
        assertThat(signed.signing().credentials().accessKeyId()).isEqualTo("AKIDOTHER");
        assertThat(signed.signing().credentials().sessionToken()).isNull();
        assertThat(signed.baseUrl().host()).isEqualTo("bedrock-runtime.us-east-1.amazonaws.com");
    }

    @Test
    void a_configured_address_needs_no_region_beside_a_key() {
        VendorSettings aws = read(
                        Map.of("bedrock.base-url", "http://localhost:9999", "bedrock.api-key", "fake-bearer"), Map.of())
                .get(0);
        assertThat(aws.baseUrl().host()).isEqualTo("localhost");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bedrock.api-key | k | x | y | bedrock.region is missing: set it, or AWS_REGION",
                "bedrock.region | Europe! | bedrock.api-key | k | bedrock.region is not the name of a region",
                "bedrock.region | eu-west-1 | x | y | bedrock.api-key is missing: set it (or AWS_BEARER_TOKEN_BEDROCK)",
                "bedrock.region | eu-west-1 | bedrock.access-key-id | a | bedrock.secret-access-key is missing beside",
                "bedrock.region | eu-west-1 | bedrock.secret-access-key | s | bedrock.access-key-id is missing beside",
            })
    void what_is_wrong_names_the_property_and_the_remedy(
            String property, String value, String other, String otherValue, String message) {
        Map<String, String> properties =
                other.equals("x") ? Map.of(property, value) : Map.of(property, value, other, otherValue);
        assertThatThrownBy(() -> read(properties, Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("quarkus.dragoman.provider.")
                .hasMessageContaining(message);
    }

    @Test
    void no_text_of_the_configuration_shows_a_secret() {
        Map<String, String> properties = Map.of(
                "bedrock.region", "us-east-1",
                "bedrock.access-key-id", "AKIDFAKE",
                "bedrock.secret-access-key", SECRET,
                "bedrock.session-token", "fake-token");
        assertThat(read(properties, Map.of()).get(0).toString())
                .doesNotContain(SECRET)
                .doesNotContain("fake-token");
        assertThatThrownBy(() -> read(
                        Map.of(
                                "bedrock.region", "us-east-1",
                                "bedrock.access-key-id", "AKID FAKE",
                                "bedrock.secret-access-key", SECRET),
                        Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain(SECRET).doesNotContain("AKID FAKE"));
    }
}
