// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.content.Opaque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the {@code thinking} of a chunk: a text, or a reference of which the canonical model knows nothing.
 *
 * @param text the text; {@code null} for a reference
 * @param other the whole entry; {@code null} for a text
 */
record MistralChatThought(@Nullable String text, @Nullable RawJson other) {

    /** Reads {@code thinking}: an array, or, as some clients write it, a string. */
    static List<MistralChatThought> list(JsonReader in) {
        List<MistralChatThought> entries = new ArrayList<>(1);
        if (in.isString()) {
            entries.add(new MistralChatThought(in.string(), null));
            return entries;
        }
        in.beginArray();
        while (in.nextElement()) {
            entries.add(entry(in));
        }
        return entries;
    }

    private static MistralChatThought entry(JsonReader in) {
        int mark = in.mark();
        String text = null;
        boolean plain = true;
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("type")) {
                plain &= in.string().equals("text");
            } else if (in.name().equals("text") && plain) {
                text = in.string();
            } else {
                plain = false;
                in.skip();
            }
        }
        return plain && text != null
                ? new MistralChatThought(text, null)
                : new MistralChatThought(null, in.rawSince(mark));
    }

    /** A reference as a part of its own: a thinking chunk with nothing else in it. */
    Opaque part() {
        WireBuffer out = new WireBuffer(128);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("type", MistralChatChunk.THINKING).beginArray(MistralChatChunk.THINKING);
            json.value(other == null ? RawJson.EMPTY_OBJECT : other).endArray().endObject();
        }
        return new Opaque(MistralChatDialect.ID, MistralChatChunk.THINKING, RawJson.written(out));
    }
}
