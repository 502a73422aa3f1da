// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON array under change; see {@link ObjectDraft}. */
final class ArrayDraft {
    private final List<Object> elements = new ArrayList<>();
    private boolean changed;

    static ArrayDraft of(RawJson array) {
        ArrayDraft draft = new ArrayDraft();
        try (JsonReader in = array.reader()) {
            in.beginArray();
            while (in.nextElement()) {
                draft.elements.add(in.raw());
            }
        }
        return draft;
    }

    boolean isChanged() {
        return changed
                || elements.stream().anyMatch(element -> element instanceof ObjectDraft object && object.isChanged());
    }

    int size() {
        return elements.size();
    }

    RawJson get(int index) {
        return ObjectDraft.raw(elements.get(index));
    }

    /** The object at this place, taken apart; {@code null} if it is no object. */
    @Nullable ObjectDraft object(int index) {
        Object element = elements.get(index);
        if (element instanceof RawJson raw && raw.isObject()) {
            element = ObjectDraft.of(raw);
            elements.set(index, element);
        }
        return element instanceof ObjectDraft object ? object : null;
    }

    void truncate(int size) {
        if (elements.size() > size) {
            elements.subList(size, elements.size()).clear();
            changed = true;
        }
    }

    void write(JsonWriter json) {
        json.beginArray();
        for (Object element : elements) {
            ObjectDraft.write(element, json);
        }
        json.endArray();
    }

    RawJson toRaw() {
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            write(json);
        }
        return RawJson.written(out);
    }
}
