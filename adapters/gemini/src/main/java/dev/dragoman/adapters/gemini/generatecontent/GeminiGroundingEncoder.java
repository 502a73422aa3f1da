// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.Citation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes citations of a choice as {@code groundingMetadata}: all so far, since the last one counts. */
final class GeminiGroundingEncoder {
    private record Support(
            int part,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable String text,
            int source) {}

    private final List<GeminiGrounding.Source> sources = new ArrayList<>(0);
    private final List<Support> supports = new ArrayList<>(0);
    private final Losses losses;

    GeminiGroundingEncoder(Losses losses) {
        this.losses = losses;
    }

    boolean isEmpty() {
        return supports.isEmpty();
    }

    /**
     * Adds a citation.
     *
     * @param part number of the part that is written
     * @param text its text
     * @param path path of the citation
     */
    void add(Citation citation, int part, String text, String path) {
        if (citation.kind() != Citation.Kind.WEB) {
            note(LossKind.APPROXIMATED, path + ".kind", "sources are pages of the web there");
        }
        lost(citation.citedText(), path + ".citedText");
        lost(citation.document(), path + ".document");
        lost(citation.from(), path + ".from");
        lost(citation.to(), path + ".to");
        GeminiDialect.EXTENSIONS.dropForeign(citation.extensions(), path, losses);
        citation.extensions()
                .of(GeminiDialect.ID)
                .keySet()
                .forEach(name -> lost(name, path + ".extensions." + GeminiDialect.ID + "." + name));
        Integer start = citation.start();
        Integer end = citation.end();
        boolean outside = (start != null && (start < 0 || start > text.length()))
                || (end != null && (end < 0 || end > text.length() || (start != null && end < start)));
        if (outside) {
            note(LossKind.DROPPED, path + ".start", "the stretch is not one of the text");
            note(LossKind.DROPPED, path + ".end", "the stretch is not one of the text");
            start = null;
            end = null;
        } else if (start == null && end != null) {
            note(LossKind.DEFAULTED, path + ".start", "a stretch has a beginning");
            start = 0;
        }
        start = whole(text, start, 0, path + ".start");
        end = whole(text, end, 1, path + ".end");
        GeminiGrounding.Source source = new GeminiGrounding.Source(citation.url(), citation.title());
        int index = sources.indexOf(source);
        if (index < 0) {
            index = sources.size();
            sources.add(source);
        }
        supports.add(new Support(
                part,
                start == null ? null : GeminiGrounding.bytes(text, start),
                end == null ? null : GeminiGrounding.bytes(text, end),
                start == null || end == null ? null : text.substring(start, end),
                index));
    }

    /** Characters are not cut: a place inside of one moves to its beginning or end. */
    private @Nullable Integer whole(String text, @Nullable Integer place, int outwards, String path) {
        boolean inside = place != null
                && place > 0
                && place < text.length()
                && Character.isLowSurrogate(text.charAt(place))
                && Character.isHighSurrogate(text.charAt(place - 1));
        if (place == null || !inside) {
            return place;
        }
        note(LossKind.APPROXIMATED, path, "a stretch holds whole characters");
        return outwards == 0 ? place - 1 : place + 1;
    }

    private void lost(@Nullable Object value, String path) {
        if (value != null) {
            note(LossKind.DROPPED, path, "a source has an address and a title only");
        }
    }

    private void note(LossKind kind, String path, String reason) {
        losses.add(kind, Severity.NOTE, path, reason);
    }

    void encode(JsonWriter json) {
        json.beginObject(GeminiGrounding.FIELD).beginArray("groundingChunks");
        for (GeminiGrounding.Source source : sources) {
            json.beginObject().beginObject("web");
            json.field("uri", source.uri()).field("title", source.title());
            json.endObject().endObject();
        }
        json.endArray().beginArray("groundingSupports");
        for (Support support : supports) {
            json.beginObject().beginObject("segment");
            json.field("partIndex", (Integer) support.part());
            json.field("startIndex", support.start()).field("endIndex", support.end());
            json.field("text", support.text()).endObject();
            json.beginArray("groundingChunkIndices").value(support.source()).endArray();
            json.endObject();
        }
        json.endArray().endObject();
    }
}
