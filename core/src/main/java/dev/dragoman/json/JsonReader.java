// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON text token by token. The reader always stands on a value: at first on the root; after {@link #nextField()}
 * on the value of a field, after {@link #nextElement()} on an element. Each value is consumed exactly once, by a typed method,
 * by walking it, by {@link #raw()} or by {@link #skip()}.
 *
 * <p>Whatever is wrong with the text or with the type of a value becomes a {@link ChatException} that names the path. A reader
 * made by {@link #request} blames the caller ({@link ErrorKind#INVALID_REQUEST}), one made by {@link #reply} the vendor
 * ({@link ErrorKind#UPSTREAM}). Not thread-safe.
 */
public final class JsonReader implements AutoCloseable {
    /** Shorter strings are left to the parser. */
    private static final int LONG = 64;

    private final Utf8Parser parser;
    private final byte[] source;
    private final int limit;
    private final JsonComplaints complaints;
    private @Nullable UnquotedText unquoted;

    private JsonReader(byte[] source, int offset, int length, ErrorKind blame) {
        int mark = byteOrderMark(source, offset, length);
        this.source = source;
        this.limit = offset + length;
        try {
            this.parser = JsonLimits.FACTORY.parser(source, offset + mark, length - mark);
            this.complaints = new JsonComplaints(parser, blame);
            advance();
        } catch (IOException e) {
            throw new IllegalStateException("reading from an array", e);
        }
    }

    /** The length of the byte order mark that some editors put before UTF-8. */
    static int byteOrderMark(byte[] source, int offset, int length) {
        boolean marked = length >= 3
                && source[offset] == (byte) 0xEF
                && source[offset + 1] == (byte) 0xBB
                && source[offset + 2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    /** A reader of what a client sent. */
    public static JsonReader request(byte[] json) {
        return new JsonReader(json, 0, json.length, ErrorKind.INVALID_REQUEST);
    }

    /** A reader of what a vendor answered. */
    public static JsonReader reply(byte[] json) {
        return new JsonReader(json, 0, json.length, ErrorKind.UPSTREAM);
    }

    /** A reader of a value that a vendor sent. */
    public static JsonReader reply(RawJson json) {
        return reply(json.bytes());
    }

    /** A reader of a part of what a vendor answered. The bytes must not change while it is used. */
    public static JsonReader reply(byte[] json, int offset, int length) {
        return new JsonReader(json, offset, length, ErrorKind.UPSTREAM);
    }

    /** Enters the object the reader stands on. */
    public void beginObject() {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw mismatch("an object");
        }
    }

    /** Enters the array the reader stands on. */
    public void beginArray() {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw mismatch("an array");
        }
    }

    /** Moves to the value of the next field; {@code false} at the end of the object. */
    public boolean nextField() {
        try {
            String name = parser.nextFieldName();
            if (name == null) {
                return false;
            }
            parser.nextToken();
            return true;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** The name of the field whose value the reader stands on. Only valid before that value is consumed. */
    public String name() {
        try {
            String name = parser.currentName();
            // On an object or array the parser's context is already the child's.
            if (name == null) {
                JsonStreamContext parent = parser.getParsingContext().getParent();
                name = parent == null ? null : parent.getCurrentName();
            }
            return name == null ? "" : name;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** Moves to the next element; {@code false} at the end of the array. */
    public boolean nextElement() {
        return advance() != JsonToken.END_ARRAY;
    }

    /** Whether the reader stands on {@code null}. */
    public boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** Whether the reader stands on a string. */
    public boolean isString() {
        return parser.currentToken() == JsonToken.VALUE_STRING;
    }

    /** Whether the reader stands on an object. */
    public boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    /** Whether the reader stands on an array. */
    public boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /** Whether the reader stands on a number. */
    public boolean isNumber() {
        return parser.currentToken().isNumeric();
    }

    /** Whether the reader stands on {@code true} or {@code false}. */
    public boolean isBoolean() {
        return parser.currentToken().isBoolean();
    }

    /** The string the reader stands on. */
    public String string() {
        if (!isString()) {
            throw mismatch("a string");
        }
        try {
            String plain = plainString();
            return plain != null ? plain : parser.getText();
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** A long string of ASCII; {@code null} for all others, which are left to the parser. */
    private @Nullable String plainString() {
        int start = offsetOfToken() + 1;
        if (limit - start < LONG || source[start + LONG - 1] == '"') {
            return null;
        }
        if (limit - start > JsonLimits.MAX_STRING) {
            return null; // it may be too long, which is for the parser to say
        }
        if (unquoted == null) {
            unquoted = new UnquotedText();
        }
        String text = unquoted.read(source, start, limit);
        if (text != null) {
            parser.passString(unquoted.end());
            SpelledBody body = SpelledBody.current();
            if (body != null && body.is(source)) {
                body.add(text, start, unquoted.end() - 1);
            }
        }
        return text;
    }

    /** The string the reader stands on; {@code null} for JSON {@code null}. */
    public @Nullable String stringOrNull() {
        return isNull() ? null : string();
    }

    /** The number the reader stands on. */
    public double number() {
        if (!isNumber()) {
            throw mismatch("a number");
        }
        try {
            double value = parser.getDoubleValue();
            if (Double.isInfinite(value)) {
                throw mismatch("a number within the range of a double");
            }
            return value;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** The number the reader stands on; {@code null} for JSON {@code null}. */
    public @Nullable Double numberOrNull() {
        return isNull() ? null : (Double) number();
    }

    /** The integer the reader stands on. A number such as {@code 3.0} is one; {@code 3.5} is not. */
    public long integer() {
        if (!isNumber()) {
            throw mismatch("an integer");
        }
        try {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                    throw mismatch("an integer of 64 bits");
                }
                return parser.getLongValue();
            }
            double value = parser.getDoubleValue();
            if (value != Math.rint(value) || Math.abs(value) > 9.007199254740992e15) {
                throw mismatch("an integer");
            }
            return (long) value;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** The integer the reader stands on; {@code null} for JSON {@code null}. */
    public @Nullable Long integerOrNull() {
        return isNull() ? null : (Long) integer();
    }

    /** The integer the reader stands on, which must fit 32 bits; {@code null} for JSON {@code null}. */
    public @Nullable Integer smallIntegerOrNull() {
        if (isNull()) {
            return null;
        }
        long value = integer();
        if (value != (int) value) {
            throw mismatch("an integer of 32 bits");
        }
        return (int) value;
    }

    /** The boolean the reader stands on. */
    public boolean bool() {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw mismatch("a boolean");
        };
    }

    /** The boolean the reader stands on; {@code null} for JSON {@code null}. */
    public @Nullable Boolean boolOrNull() {
        return isNull() ? null : (Boolean) bool();
    }

    /** The value the reader stands on as its own text. */
    public RawJson raw() {
        int start = offsetOfToken();
        skip();
        return RawJson.slice(source, start, parser.position());
    }

    /** Remembers where the value the reader stands on begins, for {@link #rawSince(int)}. */
    public int mark() {
        return offsetOfToken();
    }

    /** The text from a mark to the end of the value just consumed, of which the mark was the beginning. */
    public RawJson rawSince(int mark) {
        return RawJson.slice(source, mark, offsetAfterToken());
    }

    /** Where the value the reader stands on begins, counted from the start of the array it reads. */
    int offsetOfToken() {
        return parser.tokenStart();
    }

    /** Where the value just consumed ends, counted from the start of the array it reads. */
    private int offsetAfterToken() {
        try {
            parser.finishToken(); // of a long string only the beginning may have been seen by the parser
            return parser.position();
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** Passes over the value the reader stands on. It is checked for being well-formed all the same. */
    public void skip() {
        try {
            if (isObject() || isArray()) {
                int depth = JsonLimits.MAX_DEPTH - parser.getParsingContext().getNestingDepth() + 1;
                int end = ValueScan.end(source, offsetOfToken(), limit, depth);
                if (end != ValueScan.NONE) {
                    parser.passContainer(end);
                    return;
                }
            }
            parser.finishToken();
            parser.skipChildren();
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** States that nothing but white space follows the root value. */
    public void end() {
        try {
            if (parser.nextToken() != null) {
                throw complaints.malformed("there is something after the end of the JSON value");
            }
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** The path of the value the reader stands on, such as {@code messages[2].content}; empty at the root. */
    public String path() {
        return complaints.path();
    }

    /** A complaint about the value the reader stands on. Throw what this returns. */
    public ChatException mismatch(String expected) {
        return complaints.mismatch(expected);
    }

    /** A complaint about the content of the value the reader stands on. Throw what this returns. */
    public ChatException invalid(String message) {
        return complaints.invalid(message);
    }

    /**
     * A complaint that the object the reader is in, or has just left, misses a member. Throw what this returns.
     *
     * @param path path of the missing member
     */
    public ChatException missing(String path) {
        return complaints.missing(path);
    }

    /**
     * A complaint that the object the reader has just left misses a member. Throw what this returns.
     *
     * @param member name of the missing member, or its path below that object
     */
    public ChatException lacks(String member) {
        String path = path();
        return complaints.missing(path.isEmpty() ? member : path + '.' + member);
    }

    private ChatException malformed(IOException e) {
        return complaints.malformed(e);
    }

    private JsonToken advance() {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw complaints.malformed("the JSON text ends too early");
            }
            return token;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new IllegalStateException("closing a reader of an array", e);
        }
    }
}
