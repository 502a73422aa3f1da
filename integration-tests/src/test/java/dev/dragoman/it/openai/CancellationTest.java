// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.openai;

import static dev.dragoman.it.openai.Sdk.ask;
import static org.assertj.core.api.Assertions.assertThat;

import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import dev.dragoman.it.raw.Wires;
import dev.dragoman.it.vendor.VendorReplies;
import dev.dragoman.it.vendor.VendorScript;
import dev.dragoman.it.vendor.Wire;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** Pitfall 40: a client that leaves takes the vendor's request with it. */
@QuarkusTest
class CancellationTest extends SdkTest {
    @Test
    void pitfall_40_closing_the_stream_resets_the_vendors_request() throws Exception {
        VendorScript script =
                vendor.script(VendorReplies.stalled(Wire.textChunks("Hello").subList(0, 2)));
        try (StreamResponse<ChatCompletionChunk> response = sdk.stream(ask(script.through("openai"), "Hello!"))) {
            assertThat(response.stream().findFirst()).isPresent();
            assertThat(script.exchange().isGone()).isFalse();
        }
        script.exchange().awaitGone();
    }

    @Test
    void pitfall_40_a_client_may_leave_before_the_first_chunk() throws Exception {
        VendorScript script = vendor.script(VendorReplies.silence());
        try (Socket socket = Wires.post(baseUrl, script.through("openai"), true)) {
            assertThat(socket.isConnected()).isTrue();
            assertThat(script.exchange().isGone()).isFalse();
        }
        script.exchange().awaitGone();
    }

    @Test
    void pitfall_40_a_client_may_leave_before_a_whole_answer() throws Exception {
        VendorScript script = vendor.script(VendorReplies.silence());
        try (Socket socket = Wires.post(baseUrl, script.through("openai"), false)) {
            assertThat(socket.isConnected()).isTrue();
            assertThat(script.exchange().isGone()).isFalse();
        }
        script.exchange().awaitGone();
    }

    @Test
    void a_complete_answer_leaves_the_connection_alone() {
        VendorScript script = vendor.script(VendorReplies.stream(Wire.textChunks("Hello")));
        sdk.chunks(ask(script.through("openai"), "Hello!"));
        sdk.chunks(ask(script.through("openai"), "Hello again!"));
        assertThat(script.exchanges()).hasSize(2).noneMatch(exchange -> exchange.isGone());
    }
}
