// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlRulesTest {
    private static final UrlRules ANY = UrlRules.of(false, List.of());

    @Test
    void without_a_list_any_host_is_allowed_at_the_usual_port() {
        assertThat(ANY.admit("https://example.com/a.png?x=1")).isNotNull();
        assertThat(ANY.admit("HTTPS://EXAMPLE.com:443/a")).isNotNull();
        assertThat(UrlRules.of(true, List.of()).admit("http://example.com/a")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/a",
                "https://example.com:8443/a",
                "https://example.com:80/a",
                "https://user@example.com/a",
                "https://user:secret@example.com/a",
                "https:///a",
                "https:example.com",
                "https://exa mple.com/a",
                "ftp://example.com/a",
                "file:///etc/passwd",
                "gopher://example.com/",
                "https://example.com:0/",
                "//example.com/a",
                "a.png",
                ""
            })
    void other_addresses_are_not(String url) {
        assertThat(ANY.admit(url)).isNull();
    }

    @Test
    void a_list_names_hosts_their_subdomains_and_ports() {
        UrlRules rules = UrlRules.of(false, List.of("Example.com", "*.images.example", "files.example:8443"));
        assertThat(rules.admit("https://example.com/a")).isNotNull();
        assertThat(rules.admit("https://example.com./a")).isNotNull();
        assertThat(rules.admit("https://www.example.com/a")).isNull();
        assertThat(rules.admit("https://notexample.com/a")).isNull();
        assertThat(rules.admit("https://a.b.images.example/a")).isNotNull();
        assertThat(rules.admit("https://images.example/a")).isNull();
        assertThat(rules.admit("https://evilimages.example/a")).isNull();
        assertThat(rules.admit("https://files.example:8443/a")).isNotNull();
        assertThat(rules.admit("https://files.example/a")).isNull();
        assertThat(rules.admit("https://example.com@evil.example/a")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*", "*.", "https://example.com", "example.com:x", "example.com:0", "a b", "exa*mple.com"})
    void a_list_that_cannot_be_meant_is_refused(String entry) {
        assertThatThrownBy(() -> UrlRules.of(false, List.of(entry))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hosts_are_compared_without_brackets_and_final_dots() {
        assertThat(UrlRules.name(URI.create("https://[::1]/"))).isEqualTo("::1");
        assertThat(UrlRules.name(URI.create("https://Example.COM./"))).isEqualTo("example.com");
    }
}
