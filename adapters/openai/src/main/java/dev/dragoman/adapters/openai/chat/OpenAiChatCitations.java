// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

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

/** {@code annotations} of a message. The only kind of this dialect is {@code url_citation}. */
final class OpenAiChatCitations {
    private OpenAiChatCitations() {}

    /** Reads the array; an array with annotations of other kinds is kept whole in {@code unknown}. */
    static List<Citation> decode(JsonReader in, Map<String, RawJson> unknown) {
        if (in.isNull()) {
            return List.of();
        }
        int mark = in.mark();
        boolean foreign = false;
        List<Citation> citations = new ArrayList<>(0);
        in.beginArray();
        while (in.nextElement()) {
            Citation citation = annotation(in);
            if (citation == null) {
                foreign = true;
            } else {
                citations.add(citation);
            }
        }
        if (foreign) {
            // The array goes on whole; reading its citations as well would tell them twice.
            unknown.put("annotations", in.rawSince(mark));
            return List.of();
        }
        return citations;
    }

    private static @Nullable Citation annotation(JsonReader in) {
        String type = null;
        Citation citation = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.stringOrNull();
                case "url_citation" -> citation = in.isNull() ? null : urlCitation(in);
                default -> in.skip();
            }
        }
        return "url_citation".equals(type) ? citation : null;
    }

    private static Citation urlCitation(JsonReader in) {
        String url = null;
        String title = null;
        String content = null;
        Integer start = null;
        Integer end = null;
        Map<String, RawJson> extra = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "url" -> url = in.stringOrNull();
                case "title" -> title = in.stringOrNull();
                // OpenRouter adds the words of the source.
                case "content" -> content = in.stringOrNull();
                case "start_index" -> start = in.smallIntegerOrNull();
                case "end_index" -> end = in.smallIntegerOrNull();
                default -> extra.put(in.name(), in.raw());
            }
        }
        return new Citation(
                Citation.Kind.WEB,
                url,
                title,
                content,
                start,
                end,
                null,
                null,
                null,
                Extensions.of(OpenAiChatDialect.ID, extra));
    }

    /** Whether this dialect has a place for it. */
    static boolean isExpressible(Citation citation) {
        return citation.kind() == Citation.Kind.WEB && citation.url() != null;
    }

    /** The citation as this dialect can say it in a request; {@code null} if it cannot. */
    static @Nullable Citation fit(Citation citation, String path, Losses losses) {
        if (!isExpressible(citation)) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path, "only citations of web addresses have a place");
            return null;
        }
        return citation;
    }

    /**
     * Writes one entry of the array, or reports the citation as lost.
     *
     * @param shift characters of the message before the text that carries the citation
     * @param path canonical path of the citation
     */
    static void encode(Citation citation, int shift, String path, JsonWriter out, Losses losses) {
        if (!isExpressible(citation)) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path, "only citations of web addresses have a place");
            return;
        }
        out.beginObject().field("type", "url_citation").beginObject("url_citation");
        out.field("start_index", shifted(citation.start(), shift));
        out.field("end_index", shifted(citation.end(), shift));
        out.field("title", citation.title());
        out.field("url", citation.url());
        out.field("content", citation.citedText());
        OpenAiChatDialect.EXTENSIONS.write(citation.extensions(), path, out, losses);
        out.endObject().endObject();
        if (citation.document() != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".document", "a web citation names no document");
        }
        if (citation.from() != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".from", "a web citation names no place in its source");
        }
        if (citation.to() != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".to", "a web citation names no place in its source");
        }
    }

    private static @Nullable Integer shifted(@Nullable Integer index, int shift) {
        return index == null ? null : (Integer) (index + shift);
    }
}
