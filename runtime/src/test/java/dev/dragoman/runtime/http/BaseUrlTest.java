// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
    @Test
    void reads_scheme_host_port_and_path() {
        assertThat(BaseUrl.parse("https://api.openai.com/v1"))
                .isEqualTo(new BaseUrl(true, "api.openai.com", 443, "/v1"));
        assertThat(BaseUrl.parse(" HTTP://localhost:9911/a/b// "))
                .isEqualTo(new BaseUrl(false, "localhost", 9911, "/a/b"));
        assertThat(BaseUrl.parse("http://[::1]/")).isEqualTo(new BaseUrl(false, "::1", 80, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.openai.com/v1",
                "ftp://host/",
                "http:///v1",
                "http://host name/",
                "https://user:secret@host/",
                "https://host/?key=secret",
                "https://host/#secret"
            })
    void refuses_anything_else_without_repeating_it(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.parse(url))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }
}
