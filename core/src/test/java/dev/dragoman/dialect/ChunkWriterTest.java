// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChunkWriterTest {
    private final WireBuffer out = new WireBuffer(64);
    private final ChunkWriter chunks = new ChunkWriter(new ExtensionWriter("mine", Set.of()), new Losses());

    @Test
    void chunks_begin_alike_and_extensions_stand_in_the_next_one_only() {
        chunks.into(out);
        chunks.head(json -> json.field("id", "answer"));
        chunks.extend(Extensions.of("mine", "seen", RawJson.TRUE));
        for (int i = 0; i < 2; i++) {
            chunks.begin();
            chunks.member("n");
            chunks.ascii(Integer.toString(i));
            chunks.end();
        }
        chunks.done();

        assertThat(new String(out.toBytes(), StandardCharsets.UTF_8)).isEqualTo("""
                        data: {"id":"answer","n":0,"seen":true}

                        data: {"id":"answer","n":1}

                        data: [DONE]

                        """);
    }
}
