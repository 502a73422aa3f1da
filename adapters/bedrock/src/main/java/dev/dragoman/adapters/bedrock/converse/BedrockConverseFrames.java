// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.framing.Frame;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.error.ChatException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/**
 * Messages of an event stream as frames and back. The name of a frame's event is the {@code :event-type}; that of a modelled error
 * is {@code exception:} and its {@code :exception-type}; that of any other error {@code error:} and its {@code :error-code}, and
 * its payload is made of the {@code :error-message}.
 */
final class BedrockConverseFrames {
    static final String EXCEPTION = "exception:";
    static final String ERROR = "error:";

    private static final byte[] EMPTY = new byte[0];
    private static final int MOST_REMEMBERED = 64;
    private static final ConcurrentMap<String, Map<String, HeaderValue>> HEADERS = new ConcurrentHashMap<>();

    private BedrockConverseFrames() {}

    static Frame frame(Message message) {
        String type = header(message, ":message-type");
        byte[] payload = message.getPayload();
        if ("exception".equals(type)) {
            String name = header(message, ":exception-type");
            return Frame.of(EXCEPTION + (name == null ? "" : name), payload, 0, payload.length);
        }
        if ("error".equals(type)) {
            String code = header(message, ":error-code");
            String text = header(message, ":error-message");
            String json = "{\"message\":" + RawJson.string(text == null ? "" : text) + "}";
            return Frame.of(ERROR + (code == null ? "" : code), json);
        }
        return Frame.of(header(message, ":event-type"), payload, 0, payload.length);
    }

    private static @Nullable String header(Message message, String name) {
        HeaderValue value = message.getHeaders().get(name);
        try {
            return value == null ? null : value.getString();
        } catch (IllegalStateException e) {
            // A header of another type says nothing.
            return null;
        }
    }

    /** Writes a frame of this name; {@code payload} is JSON in UTF-8. */
    static void write(@Nullable String event, byte[] payload, WireBuffer out) {
        String name = event == null ? "" : event;
        if (name.startsWith(ERROR)) {
            Map<String, HeaderValue> headers = new LinkedHashMap<>();
            put(headers, ":error-code", name.substring(ERROR.length()));
            put(headers, ":error-message", message(payload));
            put(headers, ":message-type", "error");
            write(new Message(headers, EMPTY), out);
        } else {
            write(new Message(headers(name), payload), out);
        }
    }

    private static void write(Message message, WireBuffer out) {
        out.write(message.toByteBuffer().array());
    }

    private static Map<String, HeaderValue> headers(String event) {
        Map<String, HeaderValue> known = HEADERS.get(event);
        if (known != null) {
            return known;
        }
        Map<String, HeaderValue> headers = new LinkedHashMap<>();
        boolean exception = event.startsWith(EXCEPTION);
        if (exception) {
            put(headers, ":exception-type", event.substring(EXCEPTION.length()));
        } else {
            put(headers, ":event-type", event);
        }
        put(headers, ":content-type", "application/json");
        put(headers, ":message-type", exception ? "exception" : "event");
        if (HEADERS.size() < MOST_REMEMBERED) {
            HEADERS.put(event, headers);
        }
        return headers;
    }

    private static void put(Map<String, HeaderValue> headers, String name, String value) {
        headers.put(name, HeaderValue.fromString(value));
    }

    private static String message(byte[] payload) {
        try (JsonReader in = JsonReader.reply(payload)) {
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("message") && in.isString()) {
                    return in.string();
                }
                in.skip();
            }
        } catch (ChatException e) {
            return new String(payload, StandardCharsets.UTF_8);
        }
        return "";
    }
}
