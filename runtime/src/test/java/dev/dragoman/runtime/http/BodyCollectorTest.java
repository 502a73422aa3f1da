// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class BodyCollectorTest {
    private final BodyCollector body = new BodyCollector(6);

    @Test
    void joins_chunks_up_to_the_limit() {
        assertThat(body.body().length()).isZero();
        assertThat(body.add(Buffer.buffer("ab"))).isTrue();
        assertThat(body.add(Buffer.buffer("cd"))).isTrue();
        assertThat(body.add(Buffer.buffer("efg"))).isFalse();
        assertThat(body.add(Buffer.buffer("ef"))).isTrue();
        assertThat(body.body()).hasToString("abcdef");
    }

    @Test
    void does_not_copy_a_single_chunk() {
        Buffer chunk = Buffer.buffer("abc");
        body.add(chunk);
        assertThat(body.body()).isSameAs(chunk);
    }
}
