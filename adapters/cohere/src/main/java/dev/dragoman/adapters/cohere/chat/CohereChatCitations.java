// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code citations} of a message, which stand beside its content and name the block that they are about. */
final class CohereChatCitations {
    /** Name of the member, and of the extension of a message that keeps entries about anything but a text. */
    static final String MEMBER = "citations";

    private CohereChatCitations() {}

    static List<CohereChatCitation> decode(JsonReader in) {
        if (in.isNull()) {
            return List.of();
        }
        List<CohereChatCitation> entries = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            entries.add(CohereChatCitation.read(in));
        }
        return entries;
    }

    /** Gives texts their citations; those of something else are added to the extensions of the message. */
    static void attach(List<CohereChatCitation> entries, List<Part> content, Map<String, RawJson> extensions) {
        List<RawJson> others = new ArrayList<>(0);
        for (CohereChatCitation entry : entries) {
            int block = block(entry, content);
            if (block < 0) {
                others.add(entry.raw());
                continue;
            }
            Text text = (Text) content.get(block);
            List<Citation> citations = new ArrayList<>(text.citations());
            citations.addAll(entry.of(text.text()));
            content.set(block, new Text(text.text(), citations, text.signature(), text.cache(), text.extensions()));
        }
        keep(others, extensions);
    }

    /** Adds entries as they were to the extensions of a message. */
    static void keep(List<RawJson> entries, Map<String, RawJson> extensions) {
        if (entries.isEmpty()) {
            return;
        }
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginArray();
            entries.forEach(json::value);
            json.endArray();
        }
        extensions.put(MEMBER, RawJson.written(out));
    }

    private static int block(CohereChatCitation entry, List<Part> content) {
        Integer index = entry.contentIndex();
        if (!entry.isOfText()) {
            return -1;
        }
        if (index != null) {
            return index >= 0 && index < content.size() && content.get(index) instanceof Text ? index : -1;
        }
        for (int i = 0; i < content.size(); i++) {
            if (content.get(i) instanceof Text) {
                return i;
            }
        }
        return -1;
    }

    /** The citation as this dialect can say it. */
    static Citation fit(Citation citation, String path, Losses losses) {
        if (citation.start() == null) {
            note(
                    LossKind.DEFAULTED,
                    path + ".start",
                    "a citation is about a stretch of the text; it is its beginning",
                    losses);
        }
        if (citation.end() == null) {
            note(LossKind.DEFAULTED, path + ".end", "a citation is about a stretch of the text; it is its end", losses);
        }
        Citation.Kind told = citation.url() == null ? Citation.Kind.SEARCH_RESULT : Citation.Kind.WEB;
        if (citation.kind() != told) {
            note(LossKind.APPROXIMATED, path + ".kind", "sources are documents without a kind", losses);
        }
        if (citation.from() != null) {
            note(LossKind.DROPPED, path + ".from", "a place inside of the source is not told", losses);
        }
        if (citation.to() != null) {
            note(LossKind.DROPPED, path + ".to", "a place inside of the source is not told", losses);
        }
        return new Citation(
                told,
                citation.url(),
                citation.title(),
                citation.citedText(),
                citation.start(),
                citation.end(),
                citation.document(),
                null,
                null,
                CohereChatDialect.EXTENSIONS.own(citation.extensions(), path, losses));
    }

    private static void note(LossKind kind, String path, String reason, Losses losses) {
        losses.add(kind, Severity.NOTE, path, reason);
    }

    /** Writes the entries of a text, its citations of one stretch as sources of one entry. */
    static void encode(List<Citation> citations, CharSequence text, @Nullable Integer contentIndex, JsonWriter json) {
        for (int from = 0; from < citations.size(); ) {
            int to = from + 1;
            while (to < citations.size() && CohereChatCitation.areOne(citations.get(from), citations.get(to))) {
                to++;
            }
            entry(citations.subList(from, to), text, contentIndex, json);
            from = to;
        }
    }

    /** Writes the entry of one citation. */
    static void encode(Citation citation, CharSequence text, int contentIndex, JsonWriter json) {
        entry(List.of(citation), text, contentIndex, json);
    }

    private static void entry(
            List<Citation> citations, CharSequence text, @Nullable Integer contentIndex, JsonWriter json) {
        Citation first = citations.get(0);
        Map<String, RawJson> ofEntry = CohereChatCitation.ofEntry(first);
        int start = first.start() == null ? 0 : first.start();
        int end = first.end() == null ? text.length() : first.end();
        json.beginObject().field("start", (Integer) start).field("end", (Integer) end);
        if (!ofEntry.containsKey("text")) {
            json.field("text", cut(text, start, end));
        }
        if (!ofEntry.containsKey("sources")) {
            json.beginArray("sources");
            citations.forEach(citation -> CohereChatCitationSource.encode(citation, json));
            json.endArray();
        }
        ofEntry.forEach(json::field);
        json.field("content_index", contentIndex).field("type", "TEXT_CONTENT");
        json.endObject();
    }

    /** A stretch of a text, or as much of it as there is. */
    static String cut(CharSequence text, int start, int end) {
        int from = Math.max(0, Math.min(start, text.length()));
        int to = Math.max(from, Math.min(end, text.length()));
        return text.subSequence(from, to).toString();
    }
}
