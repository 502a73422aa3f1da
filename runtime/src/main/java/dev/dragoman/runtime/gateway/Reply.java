// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodedError;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.loss.Loss;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.runtime.Buffers;
import dev.dragoman.runtime.attempt.AttemptLog;
import dev.dragoman.runtime.attempt.ReadyCall;
import dev.dragoman.runtime.routing.Route;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the reply to one request, in the client's dialect. */
final class Reply {
    private final HttpServerResponse response;
    private final Dialect dialect;
    private final String requestId;
    private Presentation presentation = Presentation.PLAIN;

    Reply(HttpServerResponse response, Dialect dialect, String requestId) {
        this.response = response;
        this.dialect = dialect;
        this.requestId = requestId;
    }

    /** Breaks a request off that cannot be ended properly: its connection, or its stream where others share the connection. */
    static void abort(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }

    /** Says that the connection is not to be used again. Where requests share connections, there is no such thing to say. */
    static void closes(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    String requestId() {
        return requestId;
    }

    /** Whether nothing was sent so far. */
    boolean isPending() {
        return !response.headWritten() && !isOver();
    }

    /** Whether nothing can be sent any more. */
    boolean isOver() {
        return response.ended() || response.closed();
    }

    /** How whole replies are to look from now on. */
    void present(Presentation wanted) {
        presentation = wanted;
    }

    void servedBy(Route route) {
        response.headers().set(ReplyHeaders.SERVED_BY, ReplyHeaders.visible(route.name()));
    }

    /** @param underWay the attempt that has begun to answer; {@code null} if the log is complete */
    void attempts(AttemptLog log, @Nullable ReadyCall underWay) {
        String attempts = ReplyHeaders.attempts(
                log.entries(), underWay == null ? null : underWay.route().name());
        if (!attempts.isEmpty()) {
            response.headers().set(ReplyHeaders.ATTEMPTS, attempts);
        }
    }

    void losses(List<Loss> losses) {
        if (!losses.isEmpty()) {
            response.headers().set(ReplyHeaders.LOSS, ReplyHeaders.losses(losses));
        }
    }

    /** A whole reply of status 200. */
    void json(byte[] body) {
        json(Buffers.wrap(body));
    }

    /** A whole reply of status 200. */
    void json(Buffer body) {
        if (isPending()) {
            response.setStatusCode(200);
            end(body);
        }
    }

    /** A whole reply of status 200 that is plain text. */
    void text(String text) {
        if (isPending()) {
            response.setStatusCode(200).headers().set(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8");
            identify();
            response.end(text);
        }
    }

    /** An error, with the status and the headers of the dialect. */
    void error(ChatError error) {
        if (!isPending()) {
            return;
        }
        EncodedError encoded =
                dialect.errors().encode(error.requestId() == null ? error.withRequestId(requestId) : error);
        response.setStatusCode(encoded.status());
        encoded.headers().forEach(response.headers()::set);
        end(Buffers.wrap(encoded.body()));
    }

    /** Whether streams of the dialect are server-sent events, which have comments. */
    boolean streamsEvents(ReplyShape shape) {
        return dialect.streamMediaType(shape).startsWith("text/event-stream");
    }

    /**
     * The head of a streamed reply.
     *
     * @param shape how the client wants it
     */
    HttpServerResponse beginStream(ReplyShape shape) {
        String type = dialect.streamMediaType(shape);
        response.setStatusCode(200).setChunked(true);
        response.headers()
                .set(HttpHeaders.CONTENT_TYPE, type.startsWith("text/") ? type + "; charset=utf-8" : type)
                .set(HttpHeaders.CACHE_CONTROL, ReplyHeaders.NO_CACHE)
                .set(ReplyHeaders.ACCEL_BUFFERING, ReplyHeaders.NO);
        identify();
        return response;
    }

    private void end(Buffer body) {
        if (presentation.isScript()) {
            response.headers()
                    .set(HttpHeaders.CONTENT_TYPE, Presentation.SCRIPT)
                    .set(ReplyHeaders.CONTENT_TYPE_OPTIONS, ReplyHeaders.NO_SNIFF);
        } else {
            response.headers().set(HttpHeaders.CONTENT_TYPE, ReplyHeaders.JSON);
        }
        identify();
        response.end(presentation.wrap(body));
    }

    /** The id of the request where operators look for it, and where the dialect's clients do. */
    private void identify() {
        response.headers().set(ReplyHeaders.REQUEST_ID, requestId);
        String own = dialect.requestIdHeader();
        if (!own.contentEquals(ReplyHeaders.REQUEST_ID)) {
            response.headers().set(own, requestId);
        }
    }
}
