// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Citation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Citations of a text: title, source, quoted words and a location of one of five kinds, or none. */
final class BedrockConverseCitations {
    /** Kinds with a location in a document or search result, and what the location is called. */
    private static final Map<Citation.Kind, String> LOCATIONS = Map.of(
            Citation.Kind.DOCUMENT_CHARACTERS, "documentChar",
            Citation.Kind.DOCUMENT_PAGES, "documentPage",
            Citation.Kind.DOCUMENT_BLOCKS, "documentChunk",
            Citation.Kind.SEARCH_RESULT, "searchResultLocation");

    private BedrockConverseCitations() {}

    static List<Citation> decodeAll(JsonReader in) {
        if (in.isNull()) {
            return List.of();
        }
        List<Citation> citations = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            citations.add(decode(in));
        }
        return citations;
    }

    static Citation decode(JsonReader in) {
        Reader reader = new Reader();
        in.beginObject();
        while (in.nextField()) {
            reader.member(in, in.name());
        }
        return reader.citation();
    }

    /** One citation while it is read. */
    private static final class Reader {
        private Citation.Kind kind = Citation.Kind.FILE;
        private @Nullable String url;
        private @Nullable String source;
        private @Nullable String title;
        private @Nullable String cited;
        private @Nullable Integer document;
        private @Nullable Integer from;
        private @Nullable Integer to;
        private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

        void member(JsonReader in, String name) {
            switch (name) {
                case "title" -> title = in.stringOrNull();
                case "source" -> source = in.stringOrNull();
                case "sourceContent" -> cited = quoted(in);
                case "location" -> location(in);
                default -> unknown.put(name, in.raw());
            }
        }

        private static @Nullable String quoted(JsonReader in) {
            if (in.isNull()) {
                return null;
            }
            StringBuilder words = null;
            in.beginArray();
            while (in.nextElement()) {
                in.beginObject();
                while (in.nextField()) {
                    if (in.name().equals("text") && !in.isNull()) {
                        words = words == null ? new StringBuilder() : words;
                        words.append(in.string());
                    } else {
                        in.skip();
                    }
                }
            }
            return words == null ? null : words.toString();
        }

        private void location(JsonReader in) {
            if (in.isNull()) {
                return;
            }
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                if (in.isNull()) {
                    continue;
                }
                Citation.Kind found = name.equals("web") ? Citation.Kind.WEB : kind(name);
                if (found == null) {
                    unknown.put("location." + name, in.raw());
                    continue;
                }
                kind = found;
                in.beginObject();
                while (in.nextField()) {
                    place(in, in.name());
                }
            }
        }

        private void place(JsonReader in, String name) {
            switch (name) {
                case "url" -> url = in.stringOrNull();
                case "documentIndex", "searchResultIndex" -> document = in.smallIntegerOrNull();
                case "start" -> from = in.smallIntegerOrNull();
                case "end" -> to = in.smallIntegerOrNull();
                default -> unknown.put("place." + name, in.raw());
            }
        }

        Citation citation() {
            if (kind == Citation.Kind.WEB && source != null) {
                unknown.put("source", RawJson.string(source));
            } else if (source != null) {
                url = source;
            }
            return new Citation(
                    kind,
                    url,
                    title,
                    cited,
                    null,
                    null,
                    document,
                    from,
                    to,
                    Extensions.of(BedrockConverseDialect.ID, unknown));
        }
    }

    private static Citation.@Nullable Kind kind(String location) {
        for (Map.Entry<Citation.Kind, String> entry : LOCATIONS.entrySet()) {
            if (entry.getValue().equals(location)) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** The citation as this dialect can say it. */
    static Citation fit(Citation citation, String path, Losses losses) {
        boolean located = LOCATIONS.containsKey(citation.kind());
        lost(citation.start() != null, path + ".start", losses);
        lost(citation.end() != null, path + ".end", losses);
        lost(!located && citation.document() != null, path + ".document", losses);
        lost(!located && citation.from() != null, path + ".from", losses);
        lost(!located && citation.to() != null, path + ".to", losses);
        Extensions own = BedrockConverseDialect.EXTENSIONS.own(citation.extensions(), path, losses);
        return new Citation(
                citation.kind(),
                citation.url(),
                citation.title(),
                citation.citedText(),
                null,
                null,
                located ? citation.document() : null,
                located ? citation.from() : null,
                located ? citation.to() : null,
                own);
    }

    private static void lost(boolean present, String path, Losses losses) {
        if (present) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path, "citations of this kind do not tell it");
        }
    }

    /** Writes a citation that fits. */
    static void encode(Citation citation, JsonWriter json) {
        Map<String, RawJson> own = citation.extensions().of(BedrockConverseDialect.ID);
        boolean web = citation.kind() == Citation.Kind.WEB;
        json.beginObject().field("title", citation.title());
        if (!web) {
            json.field("source", citation.url());
        }
        if (citation.citedText() != null) {
            json.beginArray("sourceContent").beginObject();
            json.field("text", citation.citedText()).endObject().endArray();
        }
        boolean unknownPlace = own.keySet().stream().anyMatch(name -> name.startsWith("location."));
        if (citation.kind() != Citation.Kind.FILE || unknownPlace) {
            json.beginObject("location");
            location(citation, own, json);
            own.forEach((name, value) -> nested("location.", name, value, json));
            json.endObject();
        }
        BedrockConverseDialect.EXTENSIONS.writeOwn(citation.extensions(), json);
        json.endObject();
    }

    private static void location(Citation citation, Map<String, RawJson> own, JsonWriter json) {
        String name = LOCATIONS.get(citation.kind());
        if (citation.kind() == Citation.Kind.WEB) {
            json.beginObject("web").field("url", citation.url());
        } else if (name != null) {
            boolean result = citation.kind() == Citation.Kind.SEARCH_RESULT;
            json.beginObject(name).field(result ? "searchResultIndex" : "documentIndex", citation.document());
            json.field("start", citation.from()).field("end", citation.to());
        } else {
            return;
        }
        own.forEach((member, value) -> nested("place.", member, value, json));
        json.endObject();
    }

    private static void nested(String prefix, String name, RawJson value, JsonWriter json) {
        if (name.startsWith(prefix)) {
            json.field(name.substring(prefix.length()), value);
        }
    }
}
