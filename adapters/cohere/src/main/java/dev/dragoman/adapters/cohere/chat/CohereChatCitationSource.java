// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.dialect.PathNames;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Citation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source of a citation: {@code {"type":"document","id","document":{…}}} or {@code {"type":"tool","id","tool_output":{…}}}. The
 * vendor numbers documents without an id {@code doc:0}, {@code doc:1} and so on. Of a document we know {@code title}, {@code text}
 * and {@code url}.
 */
final class CohereChatCitationSource {
    private static final String DOCUMENT = "document";
    private static final String NUMBERED = "doc:";

    private @Nullable Integer number;
    private @Nullable String title;
    private @Nullable String text;
    private @Nullable String url;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    private CohereChatCitationSource() {}

    static CohereChatCitationSource read(JsonReader in) {
        CohereChatCitationSource source = new CohereChatCitationSource();
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            if (name.equals(DOCUMENT) && in.isObject()) {
                source.document(in);
            } else if (name.equals("id") && in.isString()) {
                source.id(in.string());
            } else if (name.equals("type") && in.isString()) {
                String type = in.string();
                if (!type.equals(DOCUMENT)) {
                    source.unknown.put(name, RawJson.string(type));
                }
            } else {
                source.unknown.put(name, in.raw());
            }
        }
        return source;
    }

    private void id(String id) {
        int index = id.startsWith(NUMBERED) ? PathNames.index(id + "]", NUMBERED.length()) : -1;
        if (index >= 0 && (NUMBERED + index).equals(id)) {
            number = index;
        } else {
            unknown.put("id", RawJson.string(id));
        }
    }

    private void document(JsonReader in) {
        WireBuffer rest = new WireBuffer(64);
        boolean more = false;
        try (JsonWriter json = new JsonWriter(rest)) {
            json.beginObject();
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                boolean known = in.isString() && (name.equals("title") || name.equals("text") || name.equals("url"));
                if (!known) {
                    more = true;
                    json.field(name, in.raw());
                    continue;
                }
                String value = in.string().isEmpty() ? null : in.string();
                switch (name) {
                    case "title" -> title = value;
                    case "text" -> text = value;
                    default -> url = value;
                }
            }
            json.endObject();
        }
        if (more) {
            unknown.put(DOCUMENT, RawJson.written(rest));
        }
    }

    /** The canonical citation of this stretch. */
    Citation citation(@Nullable Integer start, @Nullable Integer end, Map<String, RawJson> ofEntry) {
        Map<String, RawJson> kept = new LinkedHashMap<>(unknown);
        kept.putAll(ofEntry);
        Citation.Kind kind = url == null ? Citation.Kind.SEARCH_RESULT : Citation.Kind.WEB;
        return new Citation(
                kind, url, title, text, start, end, number, null, null, Extensions.of(CohereChatDialect.ID, kept));
    }

    /** Writes the source of a citation that fits. */
    static void encode(Citation citation, JsonWriter json) {
        Map<String, RawJson> own = citation.extensions().of(CohereChatDialect.ID);
        json.beginObject();
        if (!own.containsKey("type")) {
            json.field("type", DOCUMENT);
        }
        if (!own.containsKey("id") && citation.document() != null) {
            json.field("id", NUMBERED + citation.document());
        }
        if (!own.containsKey(DOCUMENT) && !own.containsKey("tool_output")) {
            document(citation, null, json);
        }
        own.forEach((name, value) -> {
            if (name.equals(DOCUMENT) && value.isObject()) {
                document(citation, value, json);
            } else if (!name.startsWith(CohereChatCitation.OF_ENTRY)) {
                json.field(name, value);
            }
        });
        json.endObject();
    }

    private static void document(Citation citation, @Nullable RawJson rest, JsonWriter json) {
        json.beginObject(DOCUMENT);
        // A third-party client wants both, as strings.
        json.field("title", citation.title() == null ? "" : citation.title());
        json.field("text", citation.citedText() == null ? "" : citation.citedText());
        json.field("url", citation.url());
        if (rest != null) {
            members(rest, json);
        }
        json.endObject();
    }

    private static void members(RawJson object, JsonWriter json) {
        try (JsonReader in = object.reader()) {
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                json.field(name, in.raw());
            }
        }
    }
}
