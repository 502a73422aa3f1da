// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.EncodedError;
import dev.dragoman.dialect.ErrorCodec;
import dev.dragoman.dialect.RetryAfter;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Errors: the header {@code x-amzn-ErrorType} names the exception, the body is {@code {"message"}}; some front ends write
 * {@code Message} and {@code __type}. In a stream an exception is a message of its own.
 */
final class BedrockConverseErrors implements ErrorCodec {
    private static final String REQUEST_ID = "x-amzn-RequestId";
    private static final String ERROR_TYPE = "x-amzn-ErrorType";
    /** Member of bodies that we write: our own word for the kind, since several kinds share an exception. */
    private static final String WORD = "dragomanKind";

    private static final int LONGEST_EXCERPT = 500;

    /** What a body says. */
    private static final class Body {
        private @Nullable String message;
        private @Nullable String type;
        private @Nullable String word;
        private @Nullable RawJson raw;

        void read(RawJson json) {
            raw = json;
            if (!json.isObject()) {
                return;
            }
            try (JsonReader in = json.reader()) {
                in.beginObject();
                while (in.nextField()) {
                    String name = in.name();
                    if (!in.isString()) {
                        in.skip();
                        continue;
                    }
                    switch (name) {
                        case "message", "Message", "errorMessage" -> message = in.string();
                        case "__type", "code" -> type = in.string();
                        case WORD -> word = in.string();
                        default -> in.skip();
                    }
                }
            }
        }
    }

    private static Body read(byte[] bytes) {
        Body body = new Body();
        try {
            body.read(RawJson.parse(bytes));
        } catch (IllegalArgumentException | ChatException e) {
            String text = excerpt(bytes);
            body.message = text.isEmpty() ? null : text;
        }
        return body;
    }

    @Override
    public ChatError decode(int status, Map<String, String> headers, byte[] bytes) {
        int valid = status >= 400 && status <= 599 ? status : 502;
        Body body = read(bytes);
        String header = headers.get(ERROR_TYPE.toLowerCase(Locale.ROOT));
        String exception = name(header != null ? header : body.type);
        String message = body.message == null ? "The vendor answered with status " + status : body.message;
        return new ChatError(
                BedrockConverseErrorKinds.of(exception, valid, body.word, message),
                valid,
                message,
                exception.isEmpty() ? null : exception,
                null,
                RetryAfter.read(headers),
                headers.get(REQUEST_ID.toLowerCase(Locale.ROOT)),
                body.raw);
    }

    /** An exception or error of a stream; {@code null} if the frame is none. */
    static @Nullable ChatError inStream(Frame frame) {
        String event = frame.event();
        if (event == null) {
            return null;
        }
        String name;
        if (event.startsWith(BedrockConverseFrames.EXCEPTION)) {
            name = event.substring(BedrockConverseFrames.EXCEPTION.length());
        } else if (event.startsWith(BedrockConverseFrames.ERROR)) {
            name = event.substring(BedrockConverseFrames.ERROR.length());
        } else {
            return null;
        }
        Body body = read(Arrays.copyOfRange(frame.buffer(), frame.offset(), frame.offset() + frame.length()));
        String exception = name(name);
        String upper =
                exception.isEmpty() ? "" : exception.substring(0, 1).toUpperCase(Locale.ROOT) + exception.substring(1);
        String message = body.message == null || body.message.isEmpty()
                ? "The vendor reported a failure in its stream"
                : body.message;
        ErrorKind kind = BedrockConverseErrorKinds.of(upper, 0, body.word, message);
        return new ChatError(kind, kind.status(), message, upper.isEmpty() ? null : upper, null, null, null, body.raw);
    }

    /** The bare name of an exception: without the name space before it and the address behind it. */
    private static String name(@Nullable String type) {
        if (type == null) {
            return "";
        }
        int hash = type.indexOf('#');
        String name = hash < 0 ? type : type.substring(hash + 1);
        int colon = name.indexOf(':');
        return (colon < 0 ? name : name.substring(0, colon)).strip();
    }

    @Override
    public EncodedError encode(ChatError error) {
        Map<String, String> headers = new HashMap<>();
        headers.put(ERROR_TYPE, BedrockConverseErrorKinds.exception(error.kind()));
        RetryAfter.write(error.retryAfter(), headers);
        if (error.requestId() != null) {
            headers.put(REQUEST_ID, error.requestId());
        }
        return new EncodedError(BedrockConverseErrorKinds.status(error.kind()), headers, body(error));
    }

    /** The body of an error, as a response and in a stream. */
    static byte[] body(ChatError error) {
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            String param = error.param();
            String message = error.message();
            json.beginObject();
            json.field("message", param == null || message.contains(param) ? message : param + ": " + message);
            json.field(WORD, BedrockConverseErrorKinds.word(error.kind())).endObject();
        }
        return out.toBytes();
    }

    /** The text of a body that is not JSON, cut to what a person reads. */
    private static String excerpt(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 2000), StandardCharsets.UTF_8).strip();
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
    }
}
