// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import io.netty.channel.ConnectTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What goes wrong on the way to a vendor, as errors that name the provider and nothing else of its configuration. */
final class VendorFaults {
    /** Shorter texts may stand in any message by chance. */
    private static final int SHORTEST_KEY = 6;

    private final String provider;
    private final List<String> secrets;

    VendorFaults(String provider, List<String> secrets) {
        this.provider = provider;
        this.secrets = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST_KEY)
                .toList();
    }

    /** What the vendor reported, without our secrets, which some vendors repeat in their complaints about them. */
    ChatError reported(ChatError error) {
        ChatError clean = error;
        for (String secret : secrets) {
            clean = without(secret, clean);
        }
        return clean;
    }

    private static ChatError without(String key, ChatError error) {
        boolean inRaw = error.raw() != null && error.raw().toString().contains(key);
        if (!inRaw && !error.message().contains(key)) {
            return error;
        }
        return new ChatError(
                error.kind(),
                error.status(),
                error.message().replace(key, "***"),
                error.code(),
                error.param(),
                error.retryAfter(),
                error.requestId(),
                null);
    }

    /** All connections are in use. */
    ChatError busy() {
        return error(ErrorKind.OVERLOADED, "has no free connection", "provider_busy");
    }

    /** No connection came about. */
    ChatError connecting(Throwable cause) {
        if (cause instanceof TimeoutException || cause instanceof ConnectTimeoutException) {
            return error(ErrorKind.TIMEOUT, "could not be reached in time", "connect_timeout");
        }
        if (cause instanceof UnknownHostException) {
            return error(ErrorKind.UPSTREAM, "could not be reached: its host name is unknown", "connect_failed");
        }
        if (cause instanceof SSLException) {
            return error(ErrorKind.UPSTREAM, "could not be reached: the TLS handshake failed", "connect_failed");
        }
        return error(ErrorKind.UPSTREAM, "could not be reached", "connect_failed");
    }

    /** The connection broke. */
    ChatError broken(boolean answering) {
        return answering
                ? error(ErrorKind.UPSTREAM, "broke off its answer", "connection_lost")
                : error(ErrorKind.UPSTREAM, "closed the connection without an answer", "connection_lost");
    }

    /** A time limit passed. */
    ChatError late(String what, Duration limit) {
        return error(ErrorKind.TIMEOUT, what + " within " + readable(limit), "provider_timeout");
    }

    /** An answer is too large. */
    ChatError tooLarge(int limit) {
        return error(ErrorKind.UPSTREAM, "answered with more than " + limit + " bytes", "answer_too_large");
    }

    /** An HTTP status that is neither success nor an error. */
    ChatError status(int status) {
        return error(ErrorKind.UPSTREAM, "answered with the unexpected HTTP status " + status, "unexpected_status");
    }

    /** The stream ended though nothing said that it may. */
    ChatError unfinished() {
        return error(ErrorKind.UPSTREAM, "ended the stream before the answer was complete", "connection_lost");
    }

    /** A defect of ours. */
    ChatError internal() {
        return ChatError.of(ErrorKind.INTERNAL, "The answer of the provider '" + provider + "' could not be processed");
    }

    /** An answer that could not be read; errors that the vendor reported itself stay as they are. */
    ChatError unreadable(ChatException e) {
        ChatError error = e.error();
        if (error.kind() != ErrorKind.UPSTREAM || error.raw() != null) {
            return reported(error);
        }
        return error(ErrorKind.UPSTREAM, "sent an answer that cannot be read: " + error.message(), "invalid_answer")
                .withRequestId(error.requestId());
    }

    private ChatError error(ErrorKind kind, String what, String code) {
        return ChatError.of(kind, "The provider '" + provider + "' " + what).withCode(code);
    }

    private static String readable(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
