// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.VendorProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

class OllamaProfilesTest {
    private final List<VendorProfile> profiles = new OllamaProfiles().profiles();

    @Test
    void no_environment_switches_the_local_server_on_or_sends_it_a_key() {
        VendorProfile local = profiles.get(0);
        assertThat(local.id()).isEqualTo("ollama");
        assertThat(local.baseUrl()).isEqualTo("http://localhost:11434");
        assertThat(local.environmentKeys()).isEmpty();
        assertThat(local.auth().required()).isFalse();
    }

    @Test
    void the_key_is_one_of_the_cloud() {
        VendorProfile cloud = profiles.get(1);
        assertThat(cloud.id()).isEqualTo("ollama-cloud");
        assertThat(cloud.baseUrl()).startsWith("https://");
        assertThat(cloud.environmentKeys()).containsExactly("OLLAMA_API_KEY");
        assertThat(cloud.auth().required()).isTrue();
    }
}
