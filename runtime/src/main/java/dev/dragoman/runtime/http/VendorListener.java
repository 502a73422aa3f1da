// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.model.error.ChatError;
import io.vertx.core.buffer.Buffer;

/** Takes what comes back over HTTP: {@code whole}, or {@code streamBegins}, chunks and {@code streamEnds}, or {@code failed}. */
interface VendorListener {
    /** A successful answer with its whole body. */
    void whole(VendorReply reply, Buffer body);

    /** A successful answer whose body comes in chunks. Only if a stream was asked for. */
    void streamBegins(VendorReply reply);

    /** The next bytes of the stream. */
    void chunk(Buffer bytes);

    /** The vendor's body is complete. */
    void streamEnds();

    /** The vendor refused, or could not be reached, or broke off. Nothing follows. */
    void failed(ChatError error);
}
