// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.content;

import dev.dragoman.model.Extensions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a statement of a {@link Text} comes from.
 *
 * @param kind what is cited
 * @param url address of the source; {@code null} if it has none
 * @param title title of the source; {@code null} if unknown
 * @param citedText the words of the source; {@code null} if not given
 * @param start first character of the statement in the text that carries this citation, counted in UTF-16 units from 0;
 *     {@code null} if not given
 * @param end character after the statement; {@code null} if not given
 * @param document which of the request's documents or search results is cited, from 0; {@code null} for web sources
 * @param from where in that document the cited words begin: character, block or result from 0, page from 1; {@code null} if not
 *     given
 * @param to where they end, exclusive; {@code null} if not given
 * @param extensions fields only one dialect knows, such as Anthropic's {@code encrypted_index}
 */
public record Citation(
        Kind kind,
        @Nullable String url,
        @Nullable String title,
        @Nullable String citedText,
        @Nullable Integer start,
        @Nullable Integer end,
        @Nullable Integer document,
        @Nullable Integer from,
        @Nullable Integer to,
        Extensions extensions) {
    /** What is cited and in what unit {@code from} and {@code to} count. */
    public enum Kind {
        /** A page of the web. */
        WEB,
        /** Characters of a text document. */
        DOCUMENT_CHARACTERS,
        /** Pages of a document. */
        DOCUMENT_PAGES,
        /** Content blocks or chunks of a document. */
        DOCUMENT_BLOCKS,
        /** A search result that the request gave. */
        SEARCH_RESULT,
        /** An uploaded file. */
        FILE
    }

    /** Checks that nothing required is missing. */
    public Citation {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(extensions, "extensions");
    }

    /** A page of the web that supports a stretch of the text. */
    public static Citation web(String url, @Nullable String title, @Nullable Integer start, @Nullable Integer end) {
        return new Citation(Kind.WEB, url, title, null, start, end, null, null, null, Extensions.NONE);
    }

    /** No content: what is cited stays out of logs. */
    @Override
    public String toString() {
        return "Citation[" + kind + ", document=" + document + "]";
    }
}
