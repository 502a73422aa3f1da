// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.loss.Loss;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Severity;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplyHeadersTest {
    private static Loss loss(String path, LossKind kind) {
        return new Loss(path, kind, Severity.NOTE, "because");
    }

    @Test
    void names_paths_and_kinds() {
        assertThat(ReplyHeaders.losses(
                        List.of(loss("messages[0].name", LossKind.DROPPED), loss("seed", LossKind.CLAMPED))))
                .isEqualTo("messages[0].name;DROPPED, seed;CLAMPED");
    }

    @Test
    void nothing_in_a_path_breaks_the_header() {
        assertThat(ReplyHeaders.losses(List.of(loss("a\r\nset-cookie: x;DROPPED, b\u00e9", LossKind.DROPPED))))
                .isEqualTo("a__set-cookie:_x_DROPPED__b_;DROPPED");
    }

    @Test
    void a_long_list_is_cut_and_counted() {
        List<Loss> many = IntStream.range(0, 1000)
                .mapToObj(i -> loss("messages[" + i + "].content[0].image_url.detail", LossKind.DROPPED))
                .toList();
        String header = ReplyHeaders.losses(many);
        assertThat(header).hasSizeLessThanOrEqualTo(ReplyHeaders.MAX_LOSSES);
        int shown = header.split(", ", -1).length - 1;
        assertThat(header).endsWith(", +" + (1000 - shown) + " more");
    }

    @Test
    void a_long_path_is_cut() {
        assertThat(ReplyHeaders.losses(List.of(loss("x".repeat(100_000), LossKind.DROPPED))))
                .hasSizeLessThan(300);
    }
}
