// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.dragoman.model.error.ChatException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One JSON value kept as the text it was written in: schemas, extension fields, vendors' raw counts. Nothing is parsed into
 * trees and nothing is reformatted, so numbers keep their digits and objects their order. Immutable. Two values are equal when
 * their texts are.
 */
public final class RawJson {
    /** The literal {@code true}. */
    public static final RawJson TRUE = new RawJson("true".getBytes(StandardCharsets.US_ASCII));
    /** The literal {@code false}. */
    public static final RawJson FALSE = new RawJson("false".getBytes(StandardCharsets.US_ASCII));
    /** The literal {@code null}. */
    public static final RawJson NULL = new RawJson("null".getBytes(StandardCharsets.US_ASCII));
    /** An object without members. */
    public static final RawJson EMPTY_OBJECT = new RawJson("{}".getBytes(StandardCharsets.US_ASCII));

    /** No number of so many digits is too large for 64 bits. */
    private static final int MOST_DIGITS = 18;

    private final byte[] utf8;
    /** Computed when it is first asked for; a race computes it twice. */
    private int hash;

    /** Takes ownership of {@code utf8}, which must be one well-formed JSON value without surrounding white space. */
    RawJson(byte[] utf8) {
        this.utf8 = utf8;
    }

    /**
     * A value from its text.
     *
     * @throws IllegalArgumentException if the text is not exactly one JSON value within {@link JsonLimits}
     */
    public static RawJson parse(String json) {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        return isValue(utf8) ? new RawJson(utf8) : read(utf8);
    }

    /**
     * A value from its UTF-8 text.
     *
     * @throws IllegalArgumentException if the bytes are not exactly one JSON value within {@link JsonLimits}
     */
    public static RawJson parse(byte[] json) {
        return isValue(json) ? new RawJson(json.clone()) : read(json);
    }

    /** Whether this is a value without anything around it. */
    private static boolean isValue(byte[] json) {
        return ValueScan.end(json, 0, json.length, JsonLimits.MAX_DEPTH) == json.length;
    }

    private static RawJson read(byte[] json) {
        try (JsonReader in = JsonReader.request(json)) {
            RawJson value = in.raw();
            in.end();
            return value;
        } catch (ChatException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * The one value that a {@link JsonWriter} has written into a buffer. It is copied, and not read again.
     *
     * @param written what a writer wrote that is closed, and nothing else
     */
    public static RawJson written(WireBuffer written) {
        return new RawJson(written.toBytes());
    }

    /** A JSON string with this content. */
    public static RawJson string(String value) {
        byte[] quoted;
        try {
            quoted = JsonStringEncoder.getInstance().quoteAsUTF8(value);
        } catch (IllegalArgumentException e) {
            // Half a pair of surrogates, which JSON can spell but UTF-8 cannot: it stays an escape.
            WireBuffer out = new WireBuffer(value.length() + 16);
            try (JsonWriter json = new JsonWriter(out)) {
                json.value(value);
            }
            return new RawJson(out.toBytes());
        }
        byte[] text = new byte[quoted.length + 2];
        text[0] = '"';
        System.arraycopy(quoted, 0, text, 1, quoted.length);
        text[text.length - 1] = '"';
        return new RawJson(text);
    }

    /** A JSON number. */
    public static RawJson number(long value) {
        return new RawJson(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
    }

    /** {@link #TRUE} or {@link #FALSE}. */
    public static RawJson bool(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Whether this is an object. */
    public boolean isObject() {
        return utf8[0] == '{';
    }

    /** Whether this is an array. */
    public boolean isArray() {
        return utf8[0] == '[';
    }

    /** Whether this is a string. */
    public boolean isString() {
        return utf8[0] == '"';
    }

    /** Whether this is the literal {@code null}. */
    public boolean isNull() {
        return utf8[0] == 'n';
    }

    /** The integer of 64 bits that this is; {@code null} if it is none. {@code 3.0} is one, as it is for {@link JsonReader}. */
    public @Nullable Long integerOrNull() {
        boolean plain = utf8.length <= MOST_DIGITS;
        long value = 0;
        for (int i = 0; plain && i < utf8.length; i++) {
            plain = utf8[i] >= '0' && utf8[i] <= '9';
            value = value * 10 + utf8[i] - '0';
        }
        if (plain) {
            return value;
        }
        try (JsonReader in = reader()) {
            return in.isNumber() ? (Long) in.integer() : null;
        } catch (ChatException e) {
            return null;
        }
    }

    /** A reader of this value. */
    public JsonReader reader() {
        return JsonReader.request(utf8);
    }

    /** Length of the text in UTF-8, in bytes. */
    public int size() {
        return utf8.length;
    }

    /** The text in UTF-8, a copy. */
    public byte[] toBytes() {
        return utf8.clone();
    }

    byte[] bytes() {
        return utf8;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawJson that && Arrays.equals(utf8, that.utf8);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = ByteScan.hash(utf8);
        }
        return hash;
    }

    /** The text. It may hold what a user wrote: keep it out of logs. */
    @Override
    public String toString() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    static RawJson slice(byte[] source, int from, int to) {
        Objects.checkFromToIndex(from, to, source.length);
        return new RawJson(Arrays.copyOfRange(source, from, to));
    }
}
