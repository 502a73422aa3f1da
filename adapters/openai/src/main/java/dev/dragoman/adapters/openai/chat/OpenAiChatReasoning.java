// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code reasoning_details}: an array of entries {@code reasoning.text}, {@code reasoning.summary} and
 * {@code reasoning.encrypted}, the form that OpenRouter introduced. Entries of equal {@code index} are one piece of reasoning;
 * {@code format} and {@code model} name its origin. A text entry without {@code text} means that the text is the message's
 * {@code reasoning_content}; one with a {@code null} text that there is none. Our own entry {@code text.signature} holds the signature of a text.
 */
final class OpenAiChatReasoning {
    static final String TEXT = "reasoning.text";
    static final String SUMMARY = "reasoning.summary";
    static final String ENCRYPTED = "reasoning.encrypted";
    static final String TEXT_SIGNATURE = "text.signature";

    /** One entry of the array. */
    static final class Entry {
        @Nullable String type;

        int index;

        @Nullable String text;

        boolean saysNoText;

        @Nullable String summary;

        @Nullable Integer summaryIndex;

        @Nullable String data;

        @Nullable String signature;

        @Nullable String id;

        @Nullable String format;

        @Nullable String model;

        final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

        /** Whether its text is the message's {@code reasoning_content}. */
        boolean leavesText() {
            return TEXT.equals(type) && text == null && !saysNoText;
        }

        /** Who a client says made it. */
        @Nullable Origin origin() {
            return format == null ? null : new Origin(format, model);
        }

        /** Who a vendor says made it: only another Dragoman names the model, and then it knows better than we do. */
        Origin originOr(Origin vendor) {
            return format != null && model != null ? new Origin(format, model) : vendor;
        }

        /** What a vendor says that has no place in the model. */
        Map<String, RawJson> rest() {
            if (format != null && model == null) {
                unknown.put("format", RawJson.string(format));
            }
            return unknown;
        }
    }

    private final SortedMap<Integer, Group> groups = new TreeMap<>();
    private final Map<Integer, Signature> textSignatures = new LinkedHashMap<>(0);

    /** Reads the array of a message; what is not an array of objects is kept in {@code unknown}. */
    void read(JsonReader in, Map<String, RawJson> unknown) {
        if (!in.isArray()) {
            if (!in.isNull()) {
                unknown.put("reasoning_details", in.raw());
            }
            return;
        }
        for (Entry entry : entries(in)) {
            if (TEXT_SIGNATURE.equals(entry.type) && entry.signature != null) {
                textSignatures.put(entry.index, new Signature(entry.signature, entry.origin()));
            } else {
                groups.computeIfAbsent(entry.index, i -> new Group()).add(entry);
            }
        }
    }

    /** The entries of the array that the reader stands on. */
    static List<Entry> entries(JsonReader in) {
        List<Entry> entries = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            Entry entry = new Entry();
            in.beginObject();
            while (in.nextField()) {
                switch (in.name()) {
                    case "type" -> entry.type = in.stringOrNull();
                    case "index" -> {
                        Integer index = in.smallIntegerOrNull();
                        entry.index = index == null ? 0 : index;
                    }
                    case "text" -> {
                        entry.text = in.stringOrNull();
                        entry.saysNoText = entry.text == null;
                    }
                    case "summary" -> entry.summary = in.stringOrNull();
                    case "summary_index" -> entry.summaryIndex = in.smallIntegerOrNull();
                    case "data" -> entry.data = in.stringOrNull();
                    case "signature" -> entry.signature = in.stringOrNull();
                    case "id" -> entry.id = in.stringOrNull();
                    case "format" -> entry.format = in.stringOrNull();
                    case "model" -> entry.model = in.stringOrNull();
                    default -> entry.unknown.put(in.name(), in.raw());
                }
            }
            entries.add(entry);
        }
        return entries;
    }

    /** The reasoning of a message, in order. */
    List<Reasoning> build(@Nullable String reasoningText) {
        List<Reasoning> built = new ArrayList<>(groups.size());
        if (groups.isEmpty()) {
            if (reasoningText != null) {
                built.add(Reasoning.of(reasoningText, null));
            }
            return built;
        }
        String rest = reasoningText;
        for (Group group : groups.values()) {
            String text = group.text;
            if (text == null && group.awaitsText) {
                text = rest;
                rest = null;
            }
            built.add(group.build(text));
        }
        return built;
    }

    /** The text with its signature, if it has one. */
    Text sign(Text text, int number) {
        Signature signature = textSignatures.get(number);
        return signature == null
                ? text
                : new Text(text.text(), text.citations(), signature, text.cache(), text.extensions());
    }

    /** Writes the entries of one piece, its text only where asked. The first entry says all that is not text. */
    static void write(Reasoning part, int index, boolean withText, JsonWriter out) {
        boolean first = true;
        for (String summary : part.summary()) {
            begin(SUMMARY, index, part, first, out);
            first = false;
            out.field("summary", summary).endObject();
        }
        if (part.encrypted() != null) {
            begin(ENCRYPTED, index, part, first, out);
            first = false;
            out.field("data", part.encrypted()).endObject();
        }
        if (part.text() != null || part.signature() != null || first) {
            begin(TEXT, index, part, first, out);
            if (part.text() == null) {
                out.nullField("text");
            } else if (withText) {
                out.field("text", part.text());
            }
            out.field("signature", part.signature()).endObject();
        }
    }

    /** Begins an entry of a piece of reasoning; the first one says who made it and whatever else is known of it. */
    static void begin(String type, int index, Reasoning part, boolean first, JsonWriter out) {
        if (!first) {
            out.beginObject().field("type", type).field("index", (Integer) index);
            return;
        }
        Map<String, RawJson> own = part.extensions().of(OpenAiChatDialect.ID);
        begin(type, index, own.containsKey("format") ? null : part.origin(), out);
        out.field("id", part.id());
        own.forEach(out::field);
    }

    /** Begins an entry. */
    static void begin(String type, int index, @Nullable Origin origin, JsonWriter out) {
        out.beginObject().field("type", type).field("index", (Integer) index);
        if (origin != null) {
            out.field("format", origin.vendor()).field("model", origin.model());
        }
    }

    private static final class Group {
        @Nullable String text;

        boolean awaitsText;
        final List<String> summary = new ArrayList<>(0);

        @Nullable String signature;

        @Nullable String encrypted;

        @Nullable String id;

        @Nullable Origin origin;

        final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

        void add(Entry entry) {
            if (entry.text != null) {
                text = text == null ? entry.text : text + entry.text;
            } else if (TEXT.equals(entry.type) && !entry.saysNoText) {
                awaitsText = true;
            }
            if (entry.summary != null) {
                summary.add(entry.summary);
            }
            signature = entry.signature != null ? entry.signature : signature;
            encrypted = entry.data != null ? entry.data : encrypted;
            id = entry.id != null ? entry.id : id;
            origin = entry.format != null ? entry.origin() : origin;
            unknown.putAll(entry.unknown);
        }

        Reasoning build(@Nullable String withText) {
            return new Reasoning(
                    withText, summary, signature, encrypted, id, origin, Extensions.of(OpenAiChatDialect.ID, unknown));
        }
    }
}
