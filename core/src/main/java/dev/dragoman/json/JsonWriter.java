// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON text into a {@link WireBuffer}. Methods that take a nullable value write nothing for {@code null}: absent
 * and null are different facts, and {@link #nullField(String)} says the second. Close it to flush. Not thread-safe.
 */
public final class JsonWriter implements AutoCloseable {
    private final JsonGenerator generator;
    private final QuotedText quoted = new QuotedText();

    /** A writer that appends to this buffer. */
    public JsonWriter(WireBuffer out) {
        try {
            generator = JsonLimits.FACTORY.createGenerator((OutputStream) out);
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    /** Opens an object as root value or array element. */
    public JsonWriter beginObject() {
        try {
            generator.writeStartObject();
            return this;
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    /** Opens an object as the value of a field. */
    public JsonWriter beginObject(String name) {
        return name(name).beginObject();
    }

    /** Closes the object opened last. */
    public JsonWriter endObject() {
        try {
            generator.writeEndObject();
            return this;
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    /** Opens an array as root value or array element. */
    public JsonWriter beginArray() {
        try {
            generator.writeStartArray();
            return this;
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    /** Opens an array as the value of a field. */
    public JsonWriter beginArray(String name) {
        return name(name).beginArray();
    }

    /** Closes the array opened last. */
    public JsonWriter endArray() {
        try {
            generator.writeEndArray();
            return this;
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    /** Writes the name of a field; its value comes next. */
    public JsonWriter name(String name) {
        try {
            generator.writeFieldName(name);
            return this;
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    /** Writes a string as root value or array element. */
    public JsonWriter value(String value) {
        try {
            if (value.length() < QuotedText.LONG) {
                generator.writeString(value);
            } else if (!writeSpelled(value)) {
                if (quoted.take(value)) {
                    generator.writeRawUTF8String(quoted.bytes(), 0, quoted.size());
                } else {
                    generator.writeString(value);
                }
            }
            return this;
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    /** Writes a text as the body spells it that is being translated; {@code false} if it is not known from there. */
    private boolean writeSpelled(String value) throws IOException {
        SpelledBody body = SpelledBody.current();
        int number = body == null ? -1 : body.find(value);
        if (body == null || number < 0) {
            return false;
        }
        generator.writeRawUTF8String(body.bytes(), body.start(number), body.end(number) - body.start(number));
        return true;
    }

    /** Writes a value of its own text as root value or array element. */
    public JsonWriter value(RawJson value) {
        try {
            generator.writeRawValue(new RawText(value));
            return this;
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    /** Writes an integer as root value or array element. */
    public JsonWriter value(long value) {
        try {
            generator.writeNumber(value);
            return this;
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    /** Writes a boolean as root value or array element. */
    public JsonWriter value(boolean value) {
        try {
            generator.writeBoolean(value);
            return this;
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    /** Writes a number as root value or array element; a whole number without a fraction. */
    public JsonWriter value(double value) {
        try {
            if (value == Math.rint(value) && Math.abs(value) < 1e15) {
                generator.writeNumber((long) value);
            } else {
                generator.writeNumber(value);
            }
            return this;
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    /** Writes {@code null} as root value or array element. */
    public JsonWriter nullValue() {
        try {
            generator.writeNull();
            return this;
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    /** Writes a field, unless the value is {@code null}. */
    public JsonWriter field(String name, @Nullable String value) {
        return value == null ? this : name(name).value(value);
    }

    /** Writes a field, unless the value is {@code null}. */
    public JsonWriter field(String name, @Nullable RawJson value) {
        return value == null ? this : name(name).value(value);
    }

    /** Writes a field, unless the value is {@code null}. */
    public JsonWriter field(String name, @Nullable Boolean value) {
        return value == null ? this : name(name).value((boolean) value);
    }

    /** Writes a field, unless the value is {@code null}. */
    public JsonWriter field(String name, @Nullable Double value) {
        return value == null ? this : name(name).value((double) value);
    }

    /** Writes a field, unless the value is {@code null}. */
    public JsonWriter field(String name, @Nullable Long value) {
        return value == null ? this : name(name).value((long) value);
    }

    /** Writes a field, unless the value is {@code null}. */
    public JsonWriter field(String name, @Nullable Integer value) {
        return value == null ? this : name(name).value((long) value);
    }

    /** Writes a field that is an array of strings, unless the list is empty. */
    public JsonWriter field(String name, List<String> values) {
        if (values.isEmpty()) {
            return this;
        }
        beginArray(name);
        for (String value : values) {
            value(value);
        }
        return endArray();
    }

    /** Writes a field that is an object of strings, unless the map is empty. */
    public JsonWriter field(String name, Map<String, String> values) {
        if (values.isEmpty()) {
            return this;
        }
        beginObject(name);
        values.forEach(this::field);
        return endObject();
    }

    /** Writes a field whose value is {@code null}. */
    public JsonWriter nullField(String name) {
        return name(name).nullValue();
    }

    /** Writes a field: the string, or JSON {@code null} where the value is {@code null}. */
    public JsonWriter nullableField(String name, @Nullable String value) {
        return value == null ? nullField(name) : name(name).value(value);
    }

    @Override
    public void close() {
        try {
            generator.close();
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    private static IllegalStateException impossible(IOException e) {
        return new IllegalStateException("writing to memory", e);
    }

    /** Lets the generator copy the bytes of a raw value straight into its own buffer. */
    private record RawText(RawJson json) implements SerializableString {
        @Override
        public String getValue() {
            return json.toString();
        }

        @Override
        public int charLength() {
            return getValue().length();
        }

        @Override
        public char[] asQuotedChars() {
            return JsonStringEncoder.getInstance().quoteAsString(getValue());
        }

        @Override
        public byte[] asUnquotedUTF8() {
            return json.bytes();
        }

        @Override
        public byte[] asQuotedUTF8() {
            return new SerializedString(getValue()).asQuotedUTF8();
        }

        @Override
        public int appendQuotedUTF8(byte[] buffer, int offset) {
            return new SerializedString(getValue()).appendQuotedUTF8(buffer, offset);
        }

        @Override
        public int appendQuoted(char[] buffer, int offset) {
            return new SerializedString(getValue()).appendQuoted(buffer, offset);
        }

        @Override
        public int appendUnquotedUTF8(byte[] buffer, int offset) {
            byte[] bytes = json.bytes();
            if (buffer.length - offset < bytes.length) {
                return -1;
            }
            System.arraycopy(bytes, 0, buffer, offset, bytes.length);
            return bytes.length;
        }

        @Override
        public int appendUnquoted(char[] buffer, int offset) {
            return new SerializedString(getValue()).appendUnquoted(buffer, offset);
        }

        @Override
        public int writeQuotedUTF8(OutputStream out) throws IOException {
            byte[] bytes = asQuotedUTF8();
            out.write(bytes);
            return bytes.length;
        }

        @Override
        public int writeUnquotedUTF8(OutputStream out) throws IOException {
            out.write(json.bytes());
            return json.bytes().length;
        }

        @Override
        public int putQuotedUTF8(ByteBuffer buffer) {
            return new SerializedString(getValue()).putQuotedUTF8(buffer);
        }

        @Override
        public int putUnquotedUTF8(ByteBuffer out) {
            byte[] bytes = json.bytes();
            if (out.remaining() < bytes.length) {
                return -1;
            }
            out.put(bytes);
            return bytes.length;
        }
    }
}
