// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

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

/** Citations of a text, in five kinds. Indexes are from 0 and ends exclusive, pages from 1. */
final class AnthropicMessagesCitations {
    private static final String ENCRYPTED_INDEX = "encrypted_index";

    private AnthropicMessagesCitations() {}

    static List<Citation> decodeAll(JsonReader in) {
        List<Citation> citations = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            citations.add(decode(in));
        }
        return citations;
    }

    static Citation decode(JsonReader in) {
        String type = "";
        String cited = null;
        String url = null;
        String title = null;
        Integer document = null;
        Integer from = null;
        Integer to = null;
        Map<String, RawJson> unknown = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.string();
                case "cited_text" -> cited = in.stringOrNull();
                case "url", "source" -> url = in.stringOrNull();
                case "title", "document_title" -> title = in.stringOrNull();
                case "document_index", "search_result_index" -> document = in.smallIntegerOrNull();
                case "start_char_index", "start_page_number", "start_block_index" -> from = in.smallIntegerOrNull();
                case "end_char_index", "end_page_number", "end_block_index" -> to = in.smallIntegerOrNull();
                default -> {
                    // An index that hides nothing was made up for a client whose SDK wants one.
                    boolean made = in.name().equals(ENCRYPTED_INDEX)
                            && in.isString()
                            && in.string().isEmpty();
                    if (in.isNull() || made) {
                        in.skip();
                    } else {
                        unknown.put(in.name(), in.raw());
                    }
                }
            }
        }
        Citation.Kind kind = kind(type);
        if (kind == Citation.Kind.FILE) {
            unknown.put("type", RawJson.string(type));
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
                Extensions.of(AnthropicMessagesDialect.ID, unknown));
    }

    private static Citation.Kind kind(String type) {
        return switch (type) {
            case "char_location" -> Citation.Kind.DOCUMENT_CHARACTERS;
            case "page_location" -> Citation.Kind.DOCUMENT_PAGES;
            case "content_block_location" -> Citation.Kind.DOCUMENT_BLOCKS;
            case "search_result_location" -> Citation.Kind.SEARCH_RESULT;
            case "web_search_result_location" -> Citation.Kind.WEB;
            default -> Citation.Kind.FILE;
        };
    }

    /**
     * The citation as this dialect can say it; {@code null} if it cannot.
     *
     * @param request whether it is sent to the vendor, who wants his own index back and takes no file ids
     */
    static @Nullable Citation fit(Citation citation, boolean request, String path, Losses losses) {
        boolean web = citation.kind() == Citation.Kind.WEB;
        Map<String, RawJson> own = new LinkedHashMap<>(citation.extensions().of(AnthropicMessagesDialect.ID));
        boolean expressible = switch (citation.kind()) {
            case WEB -> citation.url() != null && (!request || own.containsKey(ENCRYPTED_INDEX));
            case FILE -> own.containsKey("type") && !request;
            default -> citation.document() != null && citation.from() != null && citation.to() != null;
        };
        if (!expressible) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path, "this dialect does not know such a citation");
            return null;
        }
        lost(citation.start() != null, path + ".start", losses);
        lost(citation.end() != null, path + ".end", losses);
        lost(web && citation.document() != null, path + ".document", losses);
        lost(web && citation.from() != null, path + ".from", losses);
        lost(web && citation.to() != null, path + ".to", losses);
        boolean addressed = web || citation.kind() == Citation.Kind.SEARCH_RESULT;
        lost(!addressed && citation.url() != null && citation.kind() != Citation.Kind.FILE, path + ".url", losses);
        if (citation.citedText() == null) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, path + ".citedText", "a citation quotes its source");
        }
        if (citation.kind() == Citation.Kind.SEARCH_RESULT && citation.url() == null) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, path + ".url", "a search result has a source");
        }
        if (request) {
            own.remove("file_id");
        }
        AnthropicMessagesDialect.EXTENSIONS.dropForeign(citation.extensions(), path, losses);
        return new Citation(
                citation.kind(),
                citation.url(),
                citation.title(),
                citation.citedText(),
                null,
                null,
                citation.document(),
                citation.from(),
                citation.to(),
                Extensions.of(AnthropicMessagesDialect.ID, own));
    }

    private static void lost(boolean present, String path, Losses losses) {
        if (present) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path, "citations of this kind do not tell it");
        }
    }

    /** Writes a citation that fits. */
    static void encode(Citation citation, JsonWriter json) {
        json.beginObject();
        Map<String, RawJson> own = citation.extensions().of(AnthropicMessagesDialect.ID);
        String cited = citation.citedText() == null ? "" : citation.citedText();
        switch (citation.kind()) {
            case WEB -> {
                json.field("type", "web_search_result_location").field("cited_text", cited);
                json.field("url", citation.url()).nullableField("title", citation.title());
                if (!own.containsKey(ENCRYPTED_INDEX)) {
                    json.field(ENCRYPTED_INDEX, "");
                }
            }
            case SEARCH_RESULT -> {
                json.field("type", "search_result_location").field("cited_text", cited);
                json.field("search_result_index", citation.document());
                json.field("source", citation.url() == null ? "" : citation.url());
                json.nullableField("title", citation.title());
                range(citation, "block_index", json);
            }
            case DOCUMENT_CHARACTERS -> document(citation, "char_location", "char_index", cited, json);
            case DOCUMENT_PAGES -> document(citation, "page_location", "page_number", cited, json);
            case DOCUMENT_BLOCKS -> document(citation, "content_block_location", "block_index", cited, json);
            case FILE -> {
                json.field("cited_text", citation.citedText()).field("url", citation.url());
                json.field("title", citation.title()).field("document_index", citation.document());
                range(citation, "block_index", json);
            }
        }
        own.forEach(json::field);
        json.endObject();
    }

    private static void document(Citation citation, String type, String unit, String cited, JsonWriter json) {
        json.field("type", type).field("cited_text", cited).field("document_index", citation.document());
        json.nullableField("document_title", citation.title());
        range(citation, unit, json);
    }

    private static void range(Citation citation, String unit, JsonWriter json) {
        json.field("start_" + unit, citation.from()).field("end_" + unit, citation.to());
    }
}
