// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.framing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.json.WireBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SseTest {
    private static String text(WireBuffer out) {
        return new String(out.toBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void a_comment_cannot_begin_an_event() {
        WireBuffer out = new WireBuffer(16);
        Sse.comment(out, "x\n\ndata: {\"forged\":true}\r\rdata: y");
        assertThat(text(out)).isEqualTo(": x  data: {\"forged\":true}  data: y\n\n");
    }

    @Test
    void a_frame_of_several_lines_is_copied_as_several_lines() {
        WireBuffer out = new WireBuffer(16);
        Sse.copy(out, Frame.of("e", "a\nb"));
        assertThat(text(out)).isEqualTo("event: e\ndata: a\ndata: b\n\n");
    }
}
