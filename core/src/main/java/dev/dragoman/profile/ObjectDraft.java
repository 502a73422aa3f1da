// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.MemberScan;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object under change. Only what a rule looks into is taken apart; every other value stays the text it was written in, so
 * that unknown fields, digits and order survive. Not thread-safe.
 */
final class ObjectDraft {
    /** Values are {@link RawJson}, or {@link ObjectDraft} and {@link ArrayDraft} where a rule looked into them. */
    private Map<String, Object> members = new LinkedHashMap<>();

    private boolean changed;

    /** @throws dev.dragoman.model.error.ChatException if this is not one well-formed JSON object; the caller is blamed */
    static ObjectDraft request(byte[] body) {
        try (JsonReader in = JsonReader.request(body)) {
            ObjectDraft draft = new ObjectDraft();
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                draft.members.put(name, in.raw());
            }
            in.end();
            return draft;
        }
    }

    /** Of a body that was read before: faults inside of its values are not looked for. */
    static ObjectDraft known(byte[] body) {
        return read(new MemberScan(body));
    }

    private static ObjectDraft read(MemberScan scan) {
        ObjectDraft draft = new ObjectDraft();
        while (scan.next()) {
            draft.members.put(scan.name(), scan.value());
        }
        return draft;
    }

    static ObjectDraft of(RawJson object) {
        return read(new MemberScan(object));
    }

    /** Whether anything in it was changed. */
    boolean isChanged() {
        return changed
                || members.values().stream()
                        .anyMatch(value -> (value instanceof ObjectDraft object && object.isChanged())
                                || (value instanceof ArrayDraft array && array.isChanged()));
    }

    Set<String> names() {
        return members.keySet();
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /** The value as its text; {@code null} if absent. */
    @Nullable RawJson get(String name) {
        Object value = members.get(name);
        return value == null ? null : raw(value);
    }

    /** The object of this name, taken apart; {@code null} if there is none or it is no object. */
    @Nullable ObjectDraft object(String name) {
        Object value = members.get(name);
        if (value instanceof RawJson raw && raw.isObject()) {
            value = of(raw);
            members.put(name, value);
        }
        return value instanceof ObjectDraft object ? object : null;
    }

    /** The array of this name, taken apart; {@code null} if there is none or it is no array. */
    @Nullable ArrayDraft array(String name) {
        Object value = members.get(name);
        if (value instanceof RawJson raw && raw.isArray()) {
            value = ArrayDraft.of(raw);
            members.put(name, value);
        }
        return value instanceof ArrayDraft array ? array : null;
    }

    /** The object of this name, made where there is nothing; {@code null} if something else stands there. */
    @Nullable ObjectDraft makeObject(String name) {
        if (!members.containsKey(name)) {
            members.put(name, new ObjectDraft());
            changed = true;
        }
        return object(name);
    }

    /** Sets a value: in place where there is one, else at the end. */
    void set(String name, RawJson value) {
        if (!Objects.equals(value, get(name))) {
            members.put(name, value);
            changed = true;
        }
    }

    void remove(String name) {
        changed |= members.remove(name) != null;
    }

    /** Gives a member another name and leaves it where it stands; what has that name already is replaced. */
    void rename(String name, String newName) {
        Map<String, Object> renamed = new LinkedHashMap<>();
        members.forEach((key, value) -> {
            if (key.equals(name)) {
                renamed.put(newName, value);
            } else if (!key.equals(newName)) {
                renamed.put(key, value);
            }
        });
        members = renamed;
        changed = true;
    }

    byte[] toBytes() {
        WireBuffer out = new WireBuffer(1024);
        try (JsonWriter json = new JsonWriter(out)) {
            write(json);
        }
        return out.toBytes();
    }

    RawJson toRaw() {
        return RawJson.parse(toBytes());
    }

    void write(JsonWriter json) {
        json.beginObject();
        members.forEach((name, value) -> {
            json.name(name);
            write(value, json);
        });
        json.endObject();
    }

    static void write(Object value, JsonWriter json) {
        if (value instanceof ObjectDraft object) {
            object.write(json);
        } else if (value instanceof ArrayDraft array) {
            array.write(json);
        } else {
            json.value((RawJson) value);
        }
    }

    static RawJson raw(Object value) {
        if (value instanceof ObjectDraft object) {
            return object.toRaw();
        }
        return value instanceof ArrayDraft array ? array.toRaw() : (RawJson) value;
    }
}
