// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineDecoderTest {
    @Test
    void lines_come_out_however_they_are_cut() {
        byte[] bytes = "{\"a\":\"€\"}\n\r\n  {\"b\":2}\r\n{\"c\":3}".getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            LineDecoder decoder = new LineDecoder();
            List<String> lines = new ArrayList<>();
            decoder.feed(bytes, 0, cut, frame -> lines.add(frame.text()));
            byte[] rest = Arrays.copyOfRange(bytes, cut, bytes.length);
            decoder.feed(rest, 0, rest.length, frame -> lines.add(frame.text()));
            decoder.end(frame -> lines.add(frame.text()));
            assertThat(lines).as("cut at %d", cut).containsExactly("{\"a\":\"€\"}", "{\"b\":2}", "{\"c\":3}");
        }
    }
}
