// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class BoundedGunzipTest {
    @Test
    void what_fits_is_decompressed() throws IOException {
        byte[] bytes = new byte[40_000];
        assertThat(BoundedGunzip.decompress(MediaServer.gzip(bytes), 40_000)).isEqualTo(bytes);
    }

    @Test
    void a_bomb_is_not() throws IOException {
        byte[] bomb = MediaServer.gzip(new byte[5_000_000]);
        assertThat(bomb.length).isLessThan(10_000);
        assertThat(BoundedGunzip.decompress(bomb, 100_000)).isNull();
    }

    @Test
    void what_is_no_gzip_is_said_to_be_none() {
        assertThatThrownBy(() -> BoundedGunzip.decompress(new byte[] {1, 2, 3}, 100))
                .isInstanceOf(IOException.class);
    }
}
