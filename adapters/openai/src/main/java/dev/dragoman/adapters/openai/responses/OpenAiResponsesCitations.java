// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code annotations} of a text. Kinds that nobody here knows are kept whole. */
final class OpenAiResponsesCitations {
    private static final String URL = "url_citation";
    private static final Set<String> FILES = Set.of("file_citation", "container_file_citation", "file_path");
    private static final String TYPE = "type";
    private static final String WHOLE = "annotation";

    private OpenAiResponsesCitations() {}

    static List<Citation> decodeAll(JsonReader in) {
        if (in.isNull()) {
            return List.of();
        }
        List<Citation> citations = new ArrayList<>(0);
        in.beginArray();
        while (in.nextElement()) {
            citations.add(decode(in));
        }
        return citations;
    }

    static Citation decode(JsonReader in) {
        String path = in.path();
        int mark = in.mark();
        String type = null;
        String url = null;
        String title = null;
        String filename = null;
        Integer start = null;
        Integer end = null;
        Map<String, RawJson> extra = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case TYPE -> type = in.string();
                case "url" -> url = in.stringOrNull();
                case "title" -> title = in.stringOrNull();
                case "filename" -> filename = in.stringOrNull();
                case "start_index" -> start = in.smallIntegerOrNull();
                case "end_index" -> end = in.smallIntegerOrNull();
                default -> extra.put(in.name(), in.raw());
            }
        }
        if (type == null) {
            throw in.missing(path + ".type");
        }
        if (type.equals(URL) && filename == null) {
            return citation(Citation.Kind.WEB, url, title, start, end, extra);
        }
        if (FILES.contains(type) && url == null && title == null) {
            extra.put(TYPE, RawJson.string(type));
            return citation(Citation.Kind.FILE, null, filename, start, end, extra);
        }
        return citation(Citation.Kind.FILE, null, null, null, null, Map.of(WHOLE, in.rawSince(mark)));
    }

    private static Citation citation(
            Citation.Kind kind,
            @Nullable String url,
            @Nullable String title,
            @Nullable Integer start,
            @Nullable Integer end,
            Map<String, RawJson> extra) {
        return new Citation(kind, url, title, null, start, end, null, null, null, OpenAiResponsesFields.of(extra));
    }

    /**
     * The citation as this dialect can say it; {@code null} if it cannot.
     *
     * @param length characters of the text so far, for a citation that does not say where its statement is
     */
    static @Nullable Citation fit(Citation citation, int length, String path, Losses losses) {
        Extensions own = OpenAiResponsesDialect.EXTENSIONS.own(citation.extensions(), path, losses);
        boolean web = citation.kind() == Citation.Kind.WEB && citation.url() != null;
        boolean file = citation.kind() == Citation.Kind.FILE
                && (own.get(OpenAiResponsesDialect.ID, TYPE) != null
                        || own.get(OpenAiResponsesDialect.ID, WHOLE) != null);
        if (!web && !file) {
            note(LossKind.DROPPED, path, "only web addresses and files of the vendor are cited", losses);
            return null;
        }
        lost(citation.citedText() != null, path + ".citedText", losses);
        lost(citation.document() != null, path + ".document", losses);
        lost(citation.from() != null, path + ".from", losses);
        lost(citation.to() != null, path + ".to", losses);
        lost(file && citation.url() != null, path + ".url", losses);
        boolean whole = own.get(OpenAiResponsesDialect.ID, WHOLE) != null;
        lost(whole && citation.title() != null, path + ".title", losses);
        String title = citation.title();
        Integer start = citation.start();
        Integer end = citation.end();
        if (web) {
            // Clients check these members.
            title = defaulted(title, citation.url(), path + ".title", losses);
            start = defaulted(start, (Integer) 0, path + ".start", losses);
            end = defaulted(end, (Integer) length, path + ".end", losses);
        }
        return new Citation(
                citation.kind(), web ? citation.url() : null, title, null, start, end, null, null, null, own);
    }

    private static <T> @Nullable T defaulted(@Nullable T value, @Nullable T instead, String path, Losses losses) {
        if (value == null) {
            note(LossKind.DEFAULTED, path, "clients demand it", losses);
            return instead;
        }
        return value;
    }

    private static void lost(boolean present, String path, Losses losses) {
        if (present) {
            note(LossKind.DROPPED, path, "annotations do not tell it", losses);
        }
    }

    private static void note(LossKind kind, String path, String reason, Losses losses) {
        losses.add(kind, Severity.NOTE, path, reason);
    }

    /** Writes a citation that fits. */
    static void encode(Citation citation, JsonWriter json) {
        RawJson whole = citation.extensions().get(OpenAiResponsesDialect.ID, WHOLE);
        if (whole != null) {
            json.value(whole);
            return;
        }
        boolean web = citation.kind() == Citation.Kind.WEB;
        json.beginObject();
        if (web) {
            json.field(TYPE, URL);
        }
        json.field("start_index", citation.start()).field("end_index", citation.end());
        json.field("url", citation.url()).field(web ? "title" : "filename", citation.title());
        OpenAiResponsesDialect.EXTENSIONS.writeOwn(citation.extensions(), json);
        json.endObject();
    }
}
