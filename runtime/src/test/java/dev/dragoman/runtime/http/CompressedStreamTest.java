// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A compressed stream that is small on the wire and large after it. */
class CompressedStreamTest {
    private static final int MIB = 1024 * 1024;

    private final VendorFixture fixture = new VendorFixture();
    private ScriptedVendor vendor;

    @AfterEach
    void close() throws Exception {
        vendor.close();
        fixture.close();
    }

    /** A frame that does not end. */
    private static byte[] bomb(int mebibytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] space = " ".repeat(MIB).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("data: {\"id\":\"".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < mebibytes; i++) {
                gzip.write(space);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void no_frame_is_larger_than_its_bound_whatever_it_was_on_the_wire() throws Exception {
        byte[] body = bomb(256);
        assertThat(body).hasSizeLessThan(MIB);
        vendor = new ScriptedVendor(
                fixture.vertx,
                socket -> socket.write(Buffer.buffer("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
                                + "content-encoding: gzip\r\ncontent-length: " + body.length + "\r\n\r\n")
                        .appendBytes(body)));
        VendorSettings.Limits patient =
                VendorFixture.limits(VendorFixture.LONG, VendorFixture.LONG, VendorFixture.LONG);
        RecordingStream stream = fixture.stream(VendorFixture.call(fixture.provider(vendor.baseUrl(), patient), true));
        assertThat(stream.last())
                .isInstanceOfSatisfying(
                        ChatEvent.StreamFailed.class,
                        failed -> assertThat(failed.error().kind()).isEqualTo(ErrorKind.UPSTREAM));
    }
}
