// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WireBufferTest {
    @Test
    void what_was_released_does_not_change_any_more() {
        byte[] first = written(WireBuffer.recycled(64), "first").release();
        byte[] second = written(WireBuffer.recycled(64), "other").release();
        assertThat(first).asString().isEqualTo("first");
        assertThat(second).asString().isEqualTo("other");
    }

    @Test
    void two_at_once_share_nothing() {
        WireBuffer.recycled(64).release();
        WireBuffer one = written(WireBuffer.recycled(64), "one");
        WireBuffer two = written(WireBuffer.recycled(64), "two");
        assertThat(one.release()).asString().isEqualTo("one");
        assertThat(two.release()).asString().isEqualTo("two");
    }

    @Test
    void is_as_large_as_needed_whatever_is_recycled() {
        written(WireBuffer.recycled(4), "tiny").release();
        String large = "x".repeat(1_000_000);
        assertThat(written(WireBuffer.recycled(large.length()), large).release())
                .asString()
                .isEqualTo(large);
        assertThat(written(WireBuffer.recycled(4), large).release()).asString().isEqualTo(large);
        assertThat(written(WireBuffer.recycled(4), "small").release())
                .asString()
                .isEqualTo("small");
    }

    private static WireBuffer written(WireBuffer buffer, String text) {
        buffer.write(text.getBytes(StandardCharsets.UTF_8));
        return buffer;
    }
}
