// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.Negotiation;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a client wants a whole reply, as far as its dialect lets it choose: JSON as it is, or within a call of a function that it
 * names (JSONP). Immutable.
 */
final class Presentation {
    /** JSON as it is. */
    static final Presentation PLAIN = new Presentation(null);
    /** Media type of a call: a script, whatever the browser may think of its content. */
    static final String SCRIPT = "text/javascript; charset=utf-8";

    private static final int LONGEST_NAME = 128;
    private static final String JSON = "json";

    private final @Nullable String callback;

    private Presentation(@Nullable String callback) {
        this.callback = callback;
    }

    /**
     * What the request asks for.
     *
     * @throws ChatException if it asks for what is not to be had
     */
    static Presentation of(HttpServerRequest request, Negotiation negotiation) {
        if (negotiation.isNone()) {
            return PLAIN;
        }
        String format = parameter(request, negotiation.formatParameter());
        if (format != null) {
            if (!format.toLowerCase(Locale.ROOT).equals(JSON)) {
                throw unacceptable(negotiation.formatParameter());
            }
        } else if (!isSuffixed(request.path(), negotiation.pathSuffix())
                && negotiation.accept()
                && !takesJson(request.getHeader("accept"))) {
            throw unacceptable("Accept");
        }
        String callback = parameter(request, negotiation.callbackParameter());
        if (callback == null) {
            return PLAIN;
        }
        if (!isName(callback)) {
            throw ChatException.invalid(
                    negotiation.callbackParameter(),
                    "A callback is the name of a function: letters, digits, '_', '$' and '.', 128 characters at most");
        }
        return new Presentation(callback);
    }

    /** Whether the reply is a script. */
    boolean isScript() {
        return callback != null;
    }

    /** The reply as the client wants it. */
    Buffer wrap(Buffer json) {
        if (callback == null) {
            return json;
        }
        Buffer script = Buffer.buffer(json.length() + callback.length() + 4);
        script.appendString(callback).appendByte((byte) '(');
        // Two line ends of Unicode may stand in JSON as they are, but not in every script.
        String text = json.toString(StandardCharsets.UTF_8);
        if (text.indexOf('\u2028') >= 0 || text.indexOf('\u2029') >= 0) {
            script.appendString(text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"));
        } else {
            script.appendBuffer(json);
        }
        return script.appendString(");");
    }

    private static @Nullable String parameter(HttpServerRequest request, String name) {
        return name.isEmpty() || request.query() == null ? null : request.getParam(name);
    }

    private static boolean isSuffixed(@Nullable String path, String suffix) {
        return !suffix.isEmpty() && path != null && path.endsWith(suffix);
    }

    /** Whether a client takes JSON, or the stream or script that it may ask for. */
    private static boolean takesJson(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return true;
        }
        for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            int parameters = range.indexOf(';');
            String type = (parameters < 0 ? range : range.substring(0, parameters)).strip();
            switch (type) {
                case "*/*",
                        "application/*",
                        "application/json",
                        "text/event-stream",
                        "text/javascript",
                        "application/javascript",
                        "text/*" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean isName(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || !isLetter(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLetter(c) && c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    }

    private static ChatException unacceptable(String where) {
        return new ChatException(new ChatError(
                ErrorKind.INVALID_REQUEST,
                406,
                "Replies are JSON: ask for application/json",
                "not_acceptable",
                where,
                null,
                null,
                null));
    }
}
