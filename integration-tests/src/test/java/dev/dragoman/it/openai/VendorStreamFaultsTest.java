// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.openai;

import static dev.dragoman.it.openai.Sdk.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.core.http.StreamResponse;
import com.openai.errors.InternalServerException;
import com.openai.errors.SseException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import dev.dragoman.it.vendor.Gate;
import dev.dragoman.it.vendor.VendorReplies;
import dev.dragoman.it.vendor.VendorReply;
import dev.dragoman.it.vendor.VendorScript;
import dev.dragoman.it.vendor.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stream that breaks ends in an error that the SDK throws, never in a success and never in a hang. */
@QuarkusTest
class VendorStreamFaultsTest extends SdkTest {
    private static final List<JsonObject> BEGINNING =
            Wire.textChunks("Hello", " there").subList(0, 3);

    @Test
    void pitfall_38_a_cut_stream_is_no_success() {
        Gate gate = new Gate();
        VendorScript script = vendor.script(VendorReplies.cut(BEGINNING, gate));
        try (StreamResponse<ChatCompletionChunk> response = sdk.stream(ask(script.through("openai"), "Hello!"))) {
            Iterator<ChatCompletionChunk> chunks = response.stream().iterator();
            List<ChatCompletionChunk> seen = new ArrayList<>();
            while (!Sdk.text(seen).equals("Hello there")) {
                seen.add(chunks.next());
            }
            gate.open();
            assertThat(catchThrowable(() -> chunks.forEachRemaining(seen::add))).isInstanceOf(SseException.class);
            assertThat(Sdk.text(seen)).isEqualTo("Hello there");
        }
    }

    @Test
    void a_stream_that_ends_without_a_finish_reason_is_no_success() {
        failsMidway(VendorReplies.unterminated(BEGINNING), "openai");
    }

    @Test
    void done_without_a_finish_reason_is_no_success() {
        failsMidway(VendorReplies.stream(BEGINNING), "openai");
    }

    @Test
    void a_stalled_stream_ends_in_an_error() throws Exception {
        VendorScript script = failsMidway(VendorReplies.stalled(BEGINNING), "hasty");
        script.exchange().awaitGone();
    }

    @Test
    void keep_alives_do_not_keep_a_stalled_stream() throws Exception {
        VendorScript script = failsMidway(VendorReplies.keptAlive(BEGINNING), "hasty");
        script.exchange().awaitGone();
        failsBefore(VendorReplies.keptAlive(List.of()), "hasty", 504);
    }

    @Test
    void a_whole_answer_instead_of_a_stream_is_told_as_one_or_refused() {
        VendorScript script = vendor.script(VendorReplies.whole(Wire.text("Hello")));
        List<ChatCompletionChunk> seen = new ArrayList<>();
        Throwable failure = catchThrowable(() -> seen.addAll(sdk.chunks(ask(script.through("openai"), "Hello!"))));
        assertThat(failure != null || Sdk.text(seen).equals("Hello")).isTrue();
    }

    @Test
    void a_malformed_chunk_ends_in_an_error() {
        failsMidway(VendorReplies.malformed(BEGINNING), "openai");
    }

    @Test
    void pitfall_37_an_error_within_the_stream_comes_through() {
        List<JsonObject> chunks = new ArrayList<>(BEGINNING);
        chunks.add(Wire.error("The engine is overloaded", "server_error", "server_is_overloaded"));
        VendorScript script = vendor.script(VendorReplies.unterminated(chunks));
        SseException e =
                catchThrowableOfType(SseException.class, () -> sdk.chunks(ask(script.through("openai"), "Hello!")));
        assertThat(e).isNotNull();
        assertThat(e.getMessage()).contains("The engine is overloaded");
        assertThat(e.code()).hasValue("server_is_overloaded");
    }

    @Test
    void a_finished_stream_without_done_is_complete() {
        VendorScript script = vendor.script(VendorReplies.unterminated(Wire.textChunks("Hello", " there")));
        assertThat(Sdk.text(sdk.chunks(ask(script.through("openai"), "Hello!"))))
                .isEqualTo("Hello there");
    }

    @Test
    void what_fails_before_the_first_chunk_is_a_plain_error() {
        failsBefore(VendorReplies.reset(), "openai", 502);
        failsBefore(VendorReplies.silence(), "hasty", 504);
        failsBefore(VendorReplies.whole("<html>hello</html>"), "openai", 502);
        failsBefore(VendorReplies.streamOf(""), "openai", 502);
        failsBefore(VendorReplies.streamOf("data: {\"id\":\n\n"), "openai", 502);
    }

    @Test
    void pitfall_37_an_error_as_the_first_chunk_is_a_plain_error() {
        VendorReply reply =
                VendorReplies.unterminated(List.of(Wire.error("Overloaded", "server_error", "server_is_overloaded")));
        failsBefore(reply, "openai", 503);
    }

    private VendorScript failsMidway(VendorReply reply, String provider) {
        VendorScript script = vendor.script(reply);
        List<ChatCompletionChunk> seen = new ArrayList<>();
        Throwable failure = catchThrowable(() -> {
            try (StreamResponse<ChatCompletionChunk> response = sdk.stream(ask(script.through(provider), "Hello!"))) {
                response.stream().forEach(seen::add);
            }
        });
        assertThat(failure).isInstanceOf(SseException.class);
        assertThat(((SseException) failure).getMessage()).doesNotContain("Exception:", "\tat ");
        assertThat(Sdk.text(seen)).isEqualTo("Hello there");
        assertThat(seen)
                .allSatisfy(chunk -> assertThat(chunk.choices())
                        .allSatisfy(choice -> assertThat(choice.finishReason()).isEmpty()));
        return script;
    }

    private void failsBefore(VendorReply reply, String provider, int status) {
        VendorScript script = vendor.script(reply);
        InternalServerException e = catchThrowableOfType(
                InternalServerException.class, () -> sdk.chunks(ask(script.through(provider), "Hello!")));
        assertThat(e).isNotNull();
        assertThat(e.statusCode()).isEqualTo(status);
    }
}
