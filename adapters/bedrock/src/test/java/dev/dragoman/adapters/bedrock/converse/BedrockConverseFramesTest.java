// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.error.ChatException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class BedrockConverseFramesTest {
    /** Computed with botocore's decoder as judge. */
    private static final String EVENT = "0000007a00000051ca2c46650b3a6576656e742d7479706507000b6d65737361676553746f70"
            + "0d3a636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e"
            + "0d3a6d6573736167652d747970650700056576656e74"
            + "7b2273746f70526561736f6e223a22656e645f7475726e227d5fbf09fc";

    private static final String EXCEPTION =
            "0000008800000061de0175f40f3a657863657074696f6e2d747970650700137468726f74746c696e67457863657074696f6e"
                    + "0d3a636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e"
                    + "0d3a6d6573736167652d74797065070009657863657074696f6e"
                    + "7b226d657373616765223a22736c6f7720646f776e227d832ee072";

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void the_vectors_are_read() {
        assertThat(Wire.told(bytes(EVENT + EXCEPTION)))
                .containsExactly(
                        "messageStop {\"stopReason\":\"end_turn\"}",
                        "exception:throttlingException {\"message\":\"slow down\"}");
    }

    @Test
    void the_vectors_are_written() {
        assertThat(Wire.frames("messageStop | {'stopReason':'end_turn'}")).isEqualTo(bytes(EVENT));
        assertThat(Wire.frames("exception:throttlingException | {'message':'slow down'}"))
                .isEqualTo(bytes(EXCEPTION));
    }

    @Test
    void an_error_without_a_payload_keeps_its_code_and_message() {
        byte[] written = Wire.frames("error:InternalError | {'message':'It broke.'}");
        assertThat(Wire.told(written)).containsExactly("error:InternalError {\"message\":\"It broke.\"}");
    }

    @Test
    void messages_may_be_cut_anywhere() {
        byte[] stream = bytes(EVENT + EXCEPTION);
        List<String> told = new ArrayList<>();
        FrameDecoder frames = new BedrockConverseFrameDecoder();
        for (int i = 0; i < stream.length; i++) {
            frames.feed(stream, i, 1, frame -> told.add(frame.event()));
        }
        frames.end(frame -> told.add("more"));
        assertThat(told).containsExactly("messageStop", "exception:throttlingException");
    }

    @Test
    void each_broken_byte_is_noticed() {
        byte[] sound = bytes(EVENT);
        for (int i = 0; i < sound.length; i++) {
            byte[] broken = sound.clone();
            broken[i] ^= 0x10;
            assertThatThrownBy(() -> Wire.told(broken)).isInstanceOf(ChatException.class);
        }
    }

    @Test
    void a_stream_that_ends_inside_of_a_message_fails() {
        byte[] sound = bytes(EVENT);
        for (int length = 1; length < sound.length; length++) {
            byte[] cut = Arrays.copyOf(sound, length);
            assertThatThrownBy(() -> Wire.told(cut))
                    .isInstanceOf(ChatException.class)
                    .hasMessage("The stream ends inside of a message");
        }
    }

    private static byte[] prelude(int total, int headers) {
        ByteBuffer prelude = ByteBuffer.allocate(16).putInt(total).putInt(headers);
        CRC32 checksum = new CRC32();
        checksum.update(prelude.array(), 0, 8);
        return prelude.putInt((int) checksum.getValue()).array();
    }

    @Test
    void lengths_are_bounded_before_anything_is_kept() {
        assertThatThrownBy(() -> Wire.told(prelude(FrameDecoder.MAX_FRAME + 1, 0)))
                .isInstanceOf(ChatException.class)
                .hasMessageContaining("larger than");
        assertThatThrownBy(() -> Wire.told(prelude(-1, 0))).hasMessageContaining("larger than");
        assertThatThrownBy(() -> Wire.told(prelude(15, 0))).hasMessageContaining("impossible lengths");
        assertThatThrownBy(() -> Wire.told(prelude(100, 90))).hasMessageContaining("impossible lengths");
    }

    @Test
    void heartbeats_and_losses_have_no_place_in_the_framing() {
        WireBuffer out = new WireBuffer(16);
        var encoder = Wire.DIALECT.streamEncoder(Wire.toClient(new Losses()));
        encoder.heartbeat(out);
        encoder.losses(List.of(), out);
        assertThat(new String(out.toBytes(), StandardCharsets.UTF_8)).isEmpty();
    }
}
