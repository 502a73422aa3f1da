// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.model.error.ChatException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseDecoderTest {
    private static final String STREAM = ": hello\r\n\r\nevent: first\r\ndata: {\"a\":\r\ndata: \"€\u2028x\"}\r\n\r\n"
            + "data:no blank\n\nid: 7\nretry: 10\ndata\n\n: ping\n\ndata: last";
    private static final List<String> FRAMES =
            List.of("first|{\"a\":\n\"€\u2028x\"}", "null|no blank", "null|", "null|last");

    private static List<String> frames(byte[]... pieces) {
        SseDecoder decoder = new SseDecoder();
        List<String> frames = new ArrayList<>();
        for (byte[] piece : pieces) {
            decoder.feed(piece, 0, piece.length, frame -> frames.add(frame.event() + "|" + frame.text()));
        }
        decoder.end(frame -> frames.add(frame.event() + "|" + frame.text()));
        return frames;
    }

    @Test
    void reads_events_in_all_forms_of_the_standard() {
        assertThat(frames(STREAM.getBytes(StandardCharsets.UTF_8))).isEqualTo(FRAMES);
    }

    @Test
    void pitfall_43_a_cut_at_any_byte_changes_nothing() {
        byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            byte[] head = java.util.Arrays.copyOfRange(bytes, 0, cut);
            byte[] tail = java.util.Arrays.copyOfRange(bytes, cut, bytes.length);
            assertThat(frames(head, tail)).as("cut at %d", cut).isEqualTo(FRAMES);
        }
    }

    @Test
    void one_byte_at_a_time_changes_nothing() {
        byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
        byte[][] pieces = new byte[bytes.length][];
        for (int i = 0; i < bytes.length; i++) {
            pieces[i] = new byte[] {bytes[i]};
        }
        assertThat(frames(pieces)).isEqualTo(FRAMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void any_line_end_ends_a_line(String end) {
        String stream = "data: 1" + end + end + "data: 2" + end + end;
        assertThat(frames(stream.getBytes(StandardCharsets.UTF_8))).containsExactly("null|1", "null|2");
    }

    @Test
    void a_byte_order_mark_is_dropped() {
        assertThat(frames("\uFEFFdata: 1\n\n".getBytes(StandardCharsets.UTF_8))).containsExactly("null|1");
    }

    @Test
    void an_event_without_data_is_none() {
        assertThat(frames("event: x\n\ndata: 1\n\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("null|1");
    }

    @Test
    void an_endless_line_fails_the_stream() {
        SseDecoder decoder = new SseDecoder();
        byte[] chunk = new byte[8 * 1024 * 1024];
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10; i++) {
                        decoder.feed(chunk, 0, chunk.length, frame -> {});
                    }
                })
                .isInstanceOf(ChatException.class)
                .hasMessageContaining("larger than");
    }
}
