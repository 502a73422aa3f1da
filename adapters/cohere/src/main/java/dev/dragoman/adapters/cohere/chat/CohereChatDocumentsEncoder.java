// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.prepare.PlacedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code documents} of a request, and whether to cite from them, which is one wish for all. */
final class CohereChatDocumentsEncoder {
    private static final String MEMBER = "documents";
    private static final String OPTIONS = "citation_options";

    private final Extensions extensions;
    private final JsonWriter json;
    private final Losses losses;

    CohereChatDocumentsEncoder(Extensions extensions, JsonWriter json, Losses losses) {
        this.extensions = extensions;
        this.json = json;
        this.losses = losses;
    }

    /** The member as clients of this or other dialects gave it themselves. */
    static List<RawJson> given(Extensions extensions) {
        List<RawJson> given = new ArrayList<>(0);
        extensions.byDialect().values().forEach(fields -> {
            RawJson value = fields.get(MEMBER);
            if (value != null && value.isArray()) {
                given.add(value);
            }
        });
        return given;
    }

    /** The extensions that are left to be written beside these documents. */
    static Extensions rest(Extensions extensions, List<PlacedPart> documents) {
        Extensions rest = extensions;
        if (!documents.isEmpty()) {
            for (String dialect : extensions.byDialect().keySet()) {
                RawJson value = extensions.get(dialect, MEMBER);
                if (value != null && value.isArray()) {
                    rest = rest.without(dialect, Set.of(MEMBER));
                }
            }
        }
        return rest;
    }

    /** Writes these documents of messages, and with them those that a client gave beside. */
    void encode(List<PlacedPart> documents) {
        if (documents.isEmpty()) {
            return;
        }
        json.beginArray(MEMBER);
        for (PlacedPart placed : documents) {
            Document document = (Document) placed.part();
            CohereChatDocuments.encode(document, ((MediaSource.PlainText) document.source()).text(), json);
        }
        for (RawJson more : given(extensions)) {
            try (JsonReader in = more.reader()) {
                in.beginArray();
                while (in.nextElement()) {
                    json.value(in.raw());
                }
            }
        }
        json.endArray();
        citations(documents);
    }

    /** What the request says itself; else no citations, where no document wants them. */
    private void citations(List<PlacedPart> documents) {
        boolean wanted =
                documents.stream().anyMatch(placed -> !Boolean.FALSE.equals(((Document) placed.part()).citations()));
        boolean said = false;
        boolean cites = wanted;
        for (String dialect : extensions.byDialect().keySet()) {
            RawJson options = extensions.get(dialect, OPTIONS);
            if (options != null && !said) {
                said = true;
                cites = cites(options);
            }
        }
        if (!said && !wanted) {
            json.beginObject(OPTIONS).field("mode", "OFF").endObject();
        }
        for (PlacedPart placed : documents) {
            Boolean wish = ((Document) placed.part()).citations();
            if (wish != null && wish != cites) {
                losses.approximated(placed.path() + ".citations", "all documents are cited from or none");
            }
        }
    }

    private static boolean cites(RawJson options) {
        if (!options.isObject()) {
            return true;
        }
        try (JsonReader in = options.reader()) {
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("mode") && in.isString()) {
                    return cites(in.string());
                }
                in.skip();
            }
        }
        return true;
    }

    /** Whether this mode of citations makes any. */
    static boolean cites(String mode) {
        String word = mode.toUpperCase(Locale.ROOT);
        return !word.equals("OFF") && !word.equals("DISABLED");
    }
}
