// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
    @ParameterizedTest
    @CsvSource({
        "89504E470D0A1A0A00000000,image/png",
        "FFD8FFE000104A4649460001,image/jpeg",
        "474946383961010001000000,image/gif",
        "524946460000000057454250,image/webp",
        "524946460000000057415645,audio/wav",
        "524946460000000041564920,",
        "494433040000000000000000,audio/mpeg",
        "FFFB90640000000000000000,audio/mpeg",
        "664C61430000002200000000,audio/flac",
        "4F6767530002000000000000,audio/ogg",
        "255044462D312E370A000000,application/pdf",
        "000000186674797069736F6D,video/mp4",
        "3C68746D6C3E000000000000,",
        "5249,"
    })
    void the_first_bytes_tell_the_type(String hex, String type) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex, 2 * i, 2 * i + 2, 16);
        }
        assertThat(MediaTypes.sniff(bytes)).isEqualTo(type);
        assertThat(MediaTypes.sniff(Base64.getEncoder().encodeToString(bytes))).isEqualTo(type);
    }

    @Test
    void what_is_no_base64_tells_nothing() {
        assertThat(MediaTypes.sniff("?".repeat(40))).isNull();
        assertThat(MediaTypes.sniff("")).isNull();
        assertThat(MediaTypes.sniff(new byte[0])).isNull();
        assertThat(MediaTypes.sniff("plain words".getBytes(StandardCharsets.UTF_8)))
                .isNull();
    }

    @Test
    void types_have_one_spelling() {
        assertThat(MediaTypes.plain("Image/JPG; charset=binary")).isEqualTo("image/jpeg");
        assertThat(MediaTypes.plain("audio/x-wav")).isEqualTo("audio/wav");
        assertThat(MediaTypes.plain(" ")).isNull();
        assertThat(MediaTypes.plain(null)).isNull();
    }
}
