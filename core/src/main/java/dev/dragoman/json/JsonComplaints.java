// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a {@link JsonReader} has to say about the value it stands on. Nothing is computed before there is something to say. */
final class JsonComplaints {
    private final JsonParser parser;
    private final ErrorKind blame;

    JsonComplaints(JsonParser parser, ErrorKind blame) {
        this.parser = parser;
        this.blame = blame;
    }

    String path() {
        JsonStreamContext context = parser.getParsingContext();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            context = context.getParent();
        }
        StringBuilder path = new StringBuilder(48);
        append(context, path);
        return path.toString();
    }

    private static void append(@Nullable JsonStreamContext context, StringBuilder path) {
        if (context == null || context.inRoot()) {
            return;
        }
        append(context.getParent(), path);
        if (context.inArray()) {
            path.append('[').append(context.getCurrentIndex()).append(']');
        } else if (context.getCurrentName() != null) {
            path.append(path.isEmpty() ? "" : ".").append(context.getCurrentName());
        }
    }

    ChatException mismatch(String expected) {
        String path = path();
        String where = path.isEmpty() ? "the body" : "'" + path + "'";
        return fail(
                "invalid_type", path, "Invalid type for " + where + ": expected " + expected + ", but got " + found());
    }

    ChatException invalid(String message) {
        String path = path();
        return fail("invalid_value", path, path.isEmpty() ? message : "Invalid value at '" + path + "': " + message);
    }

    ChatException missing(String path) {
        return fail("missing_required_parameter", path, "Missing required parameter: '" + path + "'");
    }

    ChatException malformed(String message) {
        return fail("invalid_json", null, message);
    }

    ChatException malformed(IOException e) {
        String path = path();
        if (e instanceof StreamConstraintsException) {
            return fail("invalid_json", path, "JSON beyond the limits: " + firstLine(e));
        }
        long at = parser.currentLocation().getByteOffset();
        return fail("invalid_json", path, "The body is not valid JSON near byte " + Math.max(at, 0));
    }

    private String found() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT -> "an integer";
            case VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> "nothing";
        };
    }

    private ChatException fail(String code, @Nullable String path, String message) {
        return new ChatException(
                ChatError.of(blame, message).withCode(code).withParam(path == null || path.isEmpty() ? null : path));
    }

    private static String firstLine(IOException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
