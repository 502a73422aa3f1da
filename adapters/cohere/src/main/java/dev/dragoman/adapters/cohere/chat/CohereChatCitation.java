// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Citation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code citations}: a stretch of the answer and the sources that it comes from, each of which is a canonical
 * citation. Source: {@code Citation} of {@code com.cohere:cohere-java} 1.9.3.
 */
final class CohereChatCitation {
    /** Before the name of a member of the entry itself, in the extensions of a canonical citation. */
    static final String OF_ENTRY = "citation.";

    private static final String OF_TEXT = "TEXT_CONTENT";

    private @Nullable Integer start;
    private @Nullable Integer end;
    private @Nullable String text;
    private @Nullable Integer contentIndex;
    private String type = OF_TEXT;
    private final List<CohereChatCitationSource> sources = new ArrayList<>(1);
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);
    private final RawJson raw;

    private CohereChatCitation(JsonReader in) {
        int mark = in.mark();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "start" -> start = in.smallIntegerOrNull();
                case "end" -> end = in.smallIntegerOrNull();
                case "text" -> text = in.stringOrNull();
                case "content_index" -> contentIndex = in.smallIntegerOrNull();
                case "type" -> {
                    String word = in.stringOrNull();
                    type = word == null ? OF_TEXT : word;
                }
                case "sources" -> sources(in);
                default -> unknown.put(OF_ENTRY + in.name(), in.raw());
            }
        }
        raw = in.rawSince(mark);
    }

    static CohereChatCitation read(JsonReader in) {
        return new CohereChatCitation(in);
    }

    private void sources(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginArray();
        while (in.nextElement()) {
            sources.add(CohereChatCitationSource.read(in));
        }
    }

    /** Which block of the content it is about; {@code null} if it does not say. */
    @Nullable Integer contentIndex() {
        return contentIndex;
    }

    /** Whether it is about a text, and not about thoughts or a plan. */
    boolean isOfText() {
        return type.equals(OF_TEXT);
    }

    /** The entry as it was. */
    RawJson raw() {
        return raw;
    }

    /** The canonical citations, one a source. */
    List<Citation> of(CharSequence block) {
        Map<String, RawJson> extra = new LinkedHashMap<>(unknown);
        int from = start == null ? 0 : start;
        int to = end == null ? block.length() : end;
        String cited = CohereChatCitations.cut(block, from, to);
        if (text != null && !text.equals(cited)) {
            // Offsets may count code points instead of UTF-16 units; the text tells which.
            String whole = block.toString();
            int points = whole.codePointCount(0, whole.length());
            boolean within = 0 <= from && from <= to && to <= points;
            int unitFrom = within ? whole.offsetByCodePoints(0, from) : from;
            int unitTo = within ? whole.offsetByCodePoints(unitFrom, to - from) : to;
            if (within && text.equals(whole.substring(unitFrom, unitTo))) {
                start = start == null ? null : (Integer) unitFrom;
                end = end == null ? null : (Integer) unitTo;
            } else {
                extra.put(OF_ENTRY + "text", RawJson.string(text));
            }
        }
        List<Citation> citations = new ArrayList<>(sources.size());
        for (CohereChatCitationSource source : sources) {
            citations.add(source.citation(start, end, extra));
        }
        if (citations.isEmpty()) {
            extra.put(OF_ENTRY + "sources", RawJson.parse("[]"));
            citations.add(new Citation(
                    Citation.Kind.SEARCH_RESULT,
                    null,
                    null,
                    null,
                    start,
                    end,
                    null,
                    null,
                    null,
                    Extensions.of(CohereChatDialect.ID, extra)));
        }
        return citations;
    }

    /** Whether two canonical citations are of one entry. */
    static boolean areOne(Citation one, Citation other) {
        return Objects.equals(one.start(), other.start())
                && Objects.equals(one.end(), other.end())
                && ofEntry(one).equals(ofEntry(other));
    }

    /** The members of the entry itself that a canonical citation keeps. */
    static Map<String, RawJson> ofEntry(Citation citation) {
        Map<String, RawJson> members = new LinkedHashMap<>(0);
        citation.extensions().of(CohereChatDialect.ID).forEach((name, value) -> {
            if (name.startsWith(OF_ENTRY)) {
                members.put(name.substring(OF_ENTRY.length()), value);
            }
        });
        return members;
    }
}
