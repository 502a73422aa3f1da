// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.MediaSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Documents to answer from: {@code {"data":{…},"id"}}, at the top level of a request and in results of tools. The data is any
 * object; we write {@code title}, {@code text} and {@code context}. Data of other members is kept as it was; its text for
 * other dialects is the one that it has beside a title, else its own JSON. A document may be a string, and data the text of an object.
 */
final class CohereChatDocuments {
    private static final String DATA = "data";

    private CohereChatDocuments() {}

    /** The array that the reader stands on. */
    static List<Document> decodeAll(JsonReader in) {
        List<Document> documents = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            documents.add(decode(in));
        }
        return documents;
    }

    static Document decode(JsonReader in) {
        if (in.isString()) {
            return Document.of(new MediaSource.PlainText(in.string()), null);
        }
        String path = in.path();
        Data data = null;
        Map<String, RawJson> kept = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            if (!in.name().equals(DATA)) {
                kept.put(in.name(), in.raw());
            } else if (in.isObject() || in.isString()) {
                data = Data.read(in);
            } else {
                throw in.mismatch("an object or a string");
            }
        }
        if (data == null) {
            throw in.missing(path + "." + DATA);
        }
        if (data.raw != null) {
            kept.put(DATA, data.raw);
        }
        return new Document(
                new MediaSource.PlainText(data.text),
                data.title,
                data.context,
                null,
                null,
                Extensions.of(CohereChatDialect.ID, kept));
    }

    /** Writes a document whose source is a text. */
    static void encode(Document document, String text, JsonWriter json) {
        json.beginObject();
        RawJson own = document.extensions().get(CohereChatDialect.ID, DATA);
        if (own == null) {
            json.beginObject(DATA).field("title", document.name()).field("text", text);
            json.field("context", document.context()).endObject();
        }
        CohereChatDialect.EXTENSIONS.writeOwn(document.extensions(), json);
        json.endObject();
    }

    /** What {@code data} says. */
    private static final class Data {
        String text = "";

        @Nullable String title;

        @Nullable String context;
        /** The whole, where it is not what we would write. */
        @Nullable RawJson raw;

        static Data read(JsonReader in) {
            Data data = new Data();
            if (in.isString()) {
                data.text = in.string();
                data.raw = RawJson.string(data.text);
            } else {
                data.members(in.raw());
            }
            return data;
        }

        private void members(RawJson whole) {
            String own = null;
            String other = null;
            int others = 0;
            try (JsonReader in = whole.reader()) {
                in.beginObject();
                while (in.nextField()) {
                    String name = in.name();
                    String value = in.isString() ? in.string() : null;
                    if (value == null) {
                        in.skip();
                        others = 2;
                    } else if (name.equals("title")) {
                        title = value;
                    } else if (name.equals("text")) {
                        own = value;
                    } else if (name.equals("context")) {
                        context = value;
                    } else {
                        others++;
                        other = value;
                    }
                }
            }
            if (own != null && others == 0) {
                text = own;
                return;
            }
            raw = whole;
            // Whatever the one text is called, it is what there is to read.
            boolean one = other != null && others == 1 && own == null && context == null;
            text = other != null && one ? other : whole.toString();
            context = null;
        }
    }
}
