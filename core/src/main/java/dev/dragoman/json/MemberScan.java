// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import dev.dragoman.model.error.ChatException;
import java.nio.charset.StandardCharsets;

/**
 * Finds the members of a JSON object whose text was read before and is well-formed: values are passed over by their brackets and
 * quotes, several times faster than a parser can. A text that is no object, or that breaks off, is refused as {@link JsonReader}
 * would; other faults inside of values are not looked for. Not thread-safe.
 */
public final class MemberScan {
    private final byte[] json;
    private int position;
    private String name = "";
    private int start;
    private int end;
    private boolean begun;

    /** The members of an object. */
    public MemberScan(RawJson object) {
        this(object.bytes());
    }

    /** @throws ChatException if the text does not begin as an object; the caller is blamed */
    public MemberScan(byte[] json) {
        this.json = json;
        position = JsonReader.byteOrderMark(json, 0, json.length);
        expect('{');
    }

    /**
     * Moves to the next member; {@code false} at the end of the object, behind which only white space follows.
     *
     * @throws ChatException if the text is malformed; the caller is blamed
     */
    public boolean next() {
        byte b = peek();
        if (b == '}') {
            end = position++;
            blanks();
            if (position < json.length) {
                throw malformed();
            }
            return false;
        }
        if (begun) {
            expect(',');
        }
        begun = true;
        if (peek() != '"') {
            throw malformed();
        }
        int quote = position;
        string();
        name = name(quote, position);
        expect(':');
        peek();
        start = position;
        pass();
        end = position;
        return true;
    }

    /** The name of the member. */
    public String name() {
        return name;
    }

    /** The value of the member, a copy. */
    public RawJson value() {
        return RawJson.slice(json, start, end);
    }

    /** Where its value begins. */
    public int start() {
        return start;
    }

    /** Where its value ends; the closing brace of the object when there are no more members. */
    public int end() {
        return end;
    }

    private String name(int from, int to) {
        if (ByteScan.indexOf(json, (byte) '\\', from, to) < to) {
            try (JsonReader in = RawJson.slice(json, from, to).reader()) {
                return in.string();
            }
        }
        return new String(json, from + 1, to - from - 2, StandardCharsets.UTF_8);
    }

    private void pass() {
        switch (json[position]) {
            case '"' -> string();
            case '{', '[' -> container();
            default -> scalar();
        }
    }

    private void scalar() {
        int from = position;
        while (position < json.length && !isEndOfScalar(json[position])) {
            position++;
        }
        if (position == from) {
            throw malformed();
        }
    }

    private static boolean isEndOfScalar(byte b) {
        return b == ',' || b == '}' || b == ']' || JsonReader.isBlank(b);
    }

    private void container() {
        int depth = 0;
        while (position < json.length) {
            switch (json[position]) {
                case '"' -> {
                    string();
                    continue;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            position++;
            if (depth == 0) {
                return;
            }
        }
        throw malformed();
    }

    /** Passes over a string, from its first quote to behind its last. */
    private void string() {
        int i = ByteScan.quoteOrBackslash(json, position + 1, json.length);
        while (i < json.length && json[i] == '\\') {
            i = ByteScan.quoteOrBackslash(json, i + 2, json.length);
        }
        if (i >= json.length) {
            throw malformed();
        }
        position = i + 1;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw malformed();
        }
        position++;
    }

    private byte peek() {
        blanks();
        if (position >= json.length) {
            throw malformed();
        }
        return json[position];
    }

    private void blanks() {
        while (position < json.length && JsonReader.isBlank(json[position])) {
            position++;
        }
    }

    /** The parser knows what to say about it. */
    private ChatException malformed() {
        try (JsonReader in = JsonReader.request(json)) {
            in.beginObject();
            in.skip();
            in.end();
            return in.invalid("the object is malformed");
        }
    }
}
