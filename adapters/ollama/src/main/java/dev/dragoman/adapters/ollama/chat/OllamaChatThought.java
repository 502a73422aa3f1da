// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code thinking_details}, a member that we add to a message beside {@code thinking}: who made a piece of reasoning,
 * and what its issuer wants back with it. Servers pass over members that they do not know, and clients that send a message back
 * as they got it send this one, too.
 *
 * <p>Entries of equal {@code index} are one piece. Where an entry tells a text or a summary, {@code thinking} shows the same once
 * more; otherwise {@code thinking} is its text. An entry {@code "of": "content"} holds the signature of the content.
 */
final class OllamaChatThought {
    static final String MEMBER = "thinking_details";
    private static final String CONTENT = "content";

    int index;
    boolean ofContent;
    boolean tellsText;

    @Nullable String text;

    int summaryIndex;
    List<String> summary = List.of();

    @Nullable String signature;

    @Nullable String encrypted;

    @Nullable String id;

    private @Nullable String vendor;
    private @Nullable String model;
    final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    /** The entries of the array that the reader stands on. */
    static List<OllamaChatThought> read(JsonReader in) {
        List<OllamaChatThought> entries = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            OllamaChatThought entry = new OllamaChatThought();
            in.beginObject();
            while (in.nextField()) {
                entry.field(in, in.name());
            }
            entries.add(entry);
        }
        return entries;
    }

    private void field(JsonReader in, String name) {
        switch (name) {
            case "index" -> {
                Integer number = in.smallIntegerOrNull();
                index = number == null ? 0 : number;
            }
            case "of" -> ofContent = CONTENT.equals(in.stringOrNull());
            case "text" -> {
                tellsText = true;
                text = in.stringOrNull();
            }
            case "summary_index" -> {
                Integer number = in.smallIntegerOrNull();
                summaryIndex = number == null || number < 0 ? 0 : Math.min(number, 1000);
            }
            case "summary" -> {
                summary = new ArrayList<>();
                in.beginArray();
                while (in.nextElement()) {
                    summary.add(in.string());
                }
            }
            case "signature" -> signature = in.stringOrNull();
            case "encrypted" -> encrypted = in.stringOrNull();
            case "id" -> id = in.stringOrNull();
            case "vendor" -> vendor = in.stringOrNull();
            case "model" -> model = in.stringOrNull();
            default -> unknown.put(name, in.raw());
        }
    }

    /** Whether it tells its text itself or has none, so that {@code thinking} is for show. */
    boolean tells() {
        return tellsText || !summary.isEmpty();
    }

    /** Who made it; {@code null} if it does not say. */
    @Nullable Origin origin() {
        return vendor == null ? null : new Origin(vendor, model);
    }

    /** Who made it: what it says, if it says all, else the vendor that it came from. */
    Origin originOr(Origin source) {
        Origin said = origin();
        return said != null && said.model() != null ? said : source;
    }

    /** The signature of the content; {@code null} if there is none. */
    @Nullable Signature contentSignature() {
        return ofContent && signature != null ? new Signature(signature, origin()) : null;
    }

    Extensions extensions() {
        return Extensions.of(OllamaChatDialect.ID, unknown);
    }

    /** Whether {@code thinking} alone does not say all of this piece. */
    static boolean isNeeded(Reasoning part) {
        String text = part.text();
        return text == null
                || text.isEmpty()
                || part.origin() != null
                || part.isSealed()
                || part.id() != null
                || !part.summary().isEmpty()
                || !part.extensions().isEmpty();
    }

    /** Begins the entry of a piece: its number, and what is known of it from its start. */
    static JsonWriter head(int index, Reasoning part, JsonWriter json) {
        json.beginObject().field("index", (Integer) index);
        origin(part.origin(), json);
        json.field("id", part.id());
        OllamaChatDialect.EXTENSIONS.writeOwn(part.extensions(), json);
        return json;
    }

    /** Writes all of a piece; its text only where {@code thinking} does not tell it alone. */
    static void write(int index, Reasoning part, boolean single, JsonWriter json) {
        head(index, part, json);
        String text = part.text();
        if (!single || (text != null && (text.isEmpty() || !part.summary().isEmpty()))) {
            json.nullableField("text", text);
        }
        json.field("summary", part.summary());
        json.field("signature", part.signature())
                .field("encrypted", part.encrypted())
                .endObject();
    }

    /** Writes the signature of the content. */
    static void write(Signature ofContent, JsonWriter json) {
        json.beginObject().field("of", CONTENT);
        origin(ofContent.origin(), json);
        json.field("signature", ofContent.value()).endObject();
    }

    private static void origin(@Nullable Origin origin, JsonWriter json) {
        if (origin != null) {
            json.field("vendor", origin.vendor()).field("model", origin.model());
        }
    }

    /** What a person reads of it: the text, or the summaries where there is none. */
    static String shown(Reasoning part) {
        return part.text() != null ? part.text() : String.join("\n\n", part.summary());
    }
}
