// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import static dev.dragoman.runtime.http.VendorFixture.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.runtime.provider.Provider;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerCallTest {
    private static final VendorSettings.Limits PATIENT = VendorFixture.limits(LONG, LONG, LONG);

    private final VendorFixture fixture = new VendorFixture();
    private ScriptedVendor vendor;

    @AfterEach
    void close() throws Exception {
        if (vendor != null) {
            vendor.close();
        }
        fixture.close();
    }

    private RecordingAnswer answer(Consumer<NetSocket> script, VendorSettings.Limits limits) throws Exception {
        vendor = new ScriptedVendor(fixture.vertx, script);
        return fixture.answer(VendorFixture.call(fixture.provider(vendor.baseUrl(), limits), false));
    }

    private RecordingAnswer answer(String reply) throws Exception {
        return answer(socket -> socket.write(reply), PATIENT);
    }

    @Test
    void the_body_is_kept_as_it_was_sent() throws Exception {
        RecordingAnswer answer = answer(ScriptedVendor.answer("yes"));
        assertThat(answer.answer().regularBody().toString()).contains("\"unknown\":1.50");
        assertThat(answer.answer().decode().text()).isEqualTo("yes");
    }

    @Test
    void the_vendor_is_sent_what_it_needs_and_nothing_else() throws Exception {
        answer(ScriptedVendor.answer("yes")).answer();
        String request = vendor.request();
        String head = request.substring(0, request.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
        assertThat(head.lines().map(line -> line.substring(0, Math.max(line.indexOf(':'), 0))))
                .containsExactlyInAnyOrder(
                        "",
                        "host",
                        "content-type",
                        "accept",
                        "accept-encoding",
                        "user-agent",
                        "authorization",
                        "x-profile",
                        "x-both",
                        "content-length");
        assertThat(head)
                .startsWith("post /v1/chat/completions http/1.1")
                .contains("authorization: bearer sk-fake", "x-both: configured", "content-type: application/json");
    }

    @Test
    void a_compressed_answer_is_read() throws Exception {
        byte[] body =
                gzip("{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[]}");
        RecordingAnswer answer = answer(
                socket -> socket.write(Buffer.buffer("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
                                + "content-encoding: gzip\r\ncontent-length: " + body.length + "\r\n\r\n")
                        .appendBytes(body)),
                PATIENT);
        assertThat(answer.answer().regularBody().toString()).startsWith("{\"id\":\"c\"");
    }

    @Test
    void a_compressed_answer_is_bounded() throws Exception {
        byte[] body = gzip("[" + " ".repeat(VendorExchange.MAX_BODY) + "]");
        RecordingAnswer answer = answer(
                socket -> socket.write(Buffer.buffer("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
                                + "content-encoding: gzip\r\ncontent-length: " + body.length + "\r\n\r\n")
                        .appendBytes(body)),
                PATIENT);
        assertThat(answer.error().code()).isEqualTo("answer_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"id\": oops}", "{\"id\":1", "[]", "{} {}", "null"})
    void a_body_that_is_no_answer_is_the_vendors_fault(String body) throws Exception {
        ChatError error = answer(ScriptedVendor.whole("200 OK", body)).error();
        assertThat(error.kind()).isEqualTo(ErrorKind.UPSTREAM);
        assertThat(error.message()).contains("'acme'");
    }

    @Test
    void an_error_in_disguise_is_an_error() throws Exception {
        ChatError error = answer(ScriptedVendor.whole(
                        "200 OK", "{\"error\":{\"message\":\"slow down\",\"code\":\"rate_limit_exceeded\"}}"))
                .error();
        assertThat(error.kind()).isEqualTo(ErrorKind.RATE_LIMIT);
        assertThat(error.message()).isEqualTo("slow down");
    }

    @ParameterizedTest
    @CsvSource({"401, AUTHENTICATION", "404, NOT_FOUND", "500, INTERNAL", "503, OVERLOADED"})
    void a_refusal_keeps_its_status(int status, ErrorKind kind) throws Exception {
        ChatError error = answer(ScriptedVendor.whole(status + " No", "{\"error\":{\"message\":\"no\"}}"))
                .error();
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.status()).isEqualTo(status);
        assertThat(error.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"302 Found", "304 Not Modified", "600 What"})
    void any_other_status_is_the_vendors_fault(String status) throws Exception {
        ChatError error = answer(
                        "HTTP/1.1 " + status + "\r\nlocation: http://localhost:1/\r\ncontent-length: 0\r\n\r\n")
                .error();
        assertThat(error.kind()).isEqualTo(ErrorKind.UPSTREAM);
        assertThat(error.code()).isEqualTo("unexpected_status");
    }

    @Test
    void a_connection_closed_without_an_answer_is_the_vendors_fault() throws Exception {
        ChatError error = answer(NetSocket::close, PATIENT).error();
        assertThat(error.kind()).isEqualTo(ErrorKind.UPSTREAM);
        assertThat(error.code()).isEqualTo("connection_lost");
    }

    @Test
    void a_cut_body_is_the_vendors_fault() throws Exception {
        ChatError error = answer(
                        socket -> socket.write(
                                        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{")
                                .onComplete(written -> socket.close()),
                        PATIENT)
                .error();
        assertThat(error.message()).contains("broke off");
    }

    @Test
    void silence_ends_at_the_limit() throws Exception {
        ChatError error = answer(socket -> {}, VendorFixture.limits(LONG, LONG, Duration.ofMillis(150)))
                .error();
        assertThat(error.kind()).isEqualTo(ErrorKind.TIMEOUT);
        vendor.closed().get(5, TimeUnit.SECONDS);
    }

    @Test
    void nobody_there_is_the_vendors_fault() throws Exception {
        vendor = new ScriptedVendor(fixture.vertx, socket -> {});
        Provider provider = fixture.provider(vendor.baseUrl(), PATIENT);
        String url = vendor.baseUrl();
        vendor.close();
        ChatError error = fixture.answer(VendorFixture.call(provider, false)).error();
        assertThat(error.kind()).isEqualTo(ErrorKind.UPSTREAM);
        assertThat(error.message()).doesNotContain(url).contains("'acme'");
    }

    @Test
    void more_requests_than_connections_and_places_in_the_queue_are_refused() throws Exception {
        vendor = new ScriptedVendor(fixture.vertx, socket -> {});
        Provider provider = fixture.provider(vendor.baseUrl(), PATIENT);
        for (int i = 0; i < 8; i++) {
            fixture.answer(VendorFixture.call(provider, false));
        }
        ChatError error = fixture.answer(VendorFixture.call(provider, false)).error();
        assertThat(error.kind()).isEqualTo(ErrorKind.OVERLOADED);
        assertThat(error.code()).isEqualTo("provider_busy");
    }

    /** Pitfall 40. */
    @Test
    void cancelling_closes_the_vendors_connection() throws Exception {
        RecordingAnswer answer = answer(socket -> {}, PATIENT);
        assertThat(vendor.request()).isNotNull();
        fixture.vertx.getOrCreateContext().runOnContext(now -> answer.cancel());
        vendor.closed().get(5, TimeUnit.SECONDS);
        assertThat(answer.outcome()).isNotDone();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
