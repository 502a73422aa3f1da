// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dragoman.it.raw.Wires;
import dev.dragoman.it.vendor.VendorExchange;
import dev.dragoman.it.vendor.VendorReplies;
import dev.dragoman.it.vendor.VendorScript;
import dev.dragoman.it.vendor.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that does not read slows the vendor down; what is on its way stays in the buffers of the operating system. */
@QuarkusTest
class SlowClientTest extends SdkTest {
    private static final int PIECE = 16 * 1024;
    private static final int PIECES = 4096;
    private static final long BOUND = 24L * 1024 * 1024;

    /** The hasty provider gives up on a vendor that pauses; a client that pauses is not the vendor's fault. */
    @ParameterizedTest
    @ValueSource(strings = {"openai", "hasty"})
    void a_client_that_does_not_read_blocks_the_vendor(String provider) throws Exception {
        JsonObject piece = Wire.delta(new JsonObject().put("content", "x".repeat(PIECE)));
        VendorScript script = vendor.script(VendorReplies.flood(piece, PIECES, List.of(Wire.finish("stop"))));
        try (Socket socket = Wires.post(baseUrl, script.through(provider), true)) {
            VendorExchange exchange = script.exchange();
            AtomicLong before = new AtomicLong(-1);
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> exchange.blocked() && before.getAndSet(exchange.written()) == exchange.written());
            assertThat(exchange.written()).isLessThan(BOUND);
            assertThat(exchange.isGone()).isFalse();
            long characters = readToDone(socket.getInputStream());
            assertThat(characters).isGreaterThan((long) PIECE * PIECES);
        }
    }

    /** Reads until {@code [DONE]} and tells how much that was. */
    private static long readToDone(InputStream in) throws Exception {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        String tail = "";
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            total += read;
            tail = tail + new String(buffer, Math.max(0, read - 64), Math.min(64, read), StandardCharsets.ISO_8859_1);
            tail = tail.substring(Math.max(0, tail.length() - 128));
            if (tail.contains("data: [DONE]")) {
                return total;
            }
        }
        throw new AssertionError("The stream ended without [DONE] after " + total + " bytes");
    }
}
