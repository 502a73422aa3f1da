// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.model.content.DataUrl;
import dev.dragoman.model.content.MediaSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataUrlTest {
    @ParameterizedTest
    @CsvSource({
        "'data:image/png;base64,AAAA',image/png,AAAA",
        "'DATA:IMAGE/JPG;base64,AAAA',image/jpeg,AAAA",
        "'data:text/plain;charset=utf-8;base64,AAAA',text/plain,AAAA",
        "'data:text/plain,a%20b',text/plain,YSBi",
        "'data:;base64,AAAA',,AAAA",
    })
    void reads_all_forms(String url, String mediaType, String data) {
        assertThat(DataUrl.parse(url)).isEqualTo(new MediaSource.Base64(mediaType, data));
    }

    @Test
    void an_address_stays_an_address() {
        assertThat(DataUrl.parse("https://example.org/a.png"))
                .isEqualTo(MediaSource.Url.of("https://example.org/a.png"));
    }

    @ParameterizedTest
    @CsvSource({"data:image/png;base64", "'data:text/plain,%G0'", "'data:text/plain,%2'"})
    void broken_ones_are_refused(String url) {
        assertThatThrownBy(() -> DataUrl.parse(url)).isInstanceOf(IllegalArgumentException.class);
    }
}
