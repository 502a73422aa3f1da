// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

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
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The reasoning of a whole message: {@code thinking} and its details. */
final class OllamaChatThoughts {
    private OllamaChatThoughts() {}

    /**
     * The pieces that a client sent.
     *
     * @param thinking the text; empty if there is none
     */
    static List<Reasoning> decode(String thinking, List<OllamaChatThought> entries) {
        SortedMap<Integer, List<OllamaChatThought>> pieces = new TreeMap<>();
        boolean told = false;
        for (OllamaChatThought entry : entries) {
            if (!entry.ofContent) {
                told |= entry.tells();
                pieces.computeIfAbsent(entry.index, i -> new ArrayList<>(1)).add(entry);
            }
        }
        List<Reasoning> thoughts = new ArrayList<>(pieces.size());
        String rest = told || thinking.isEmpty() ? null : thinking;
        if (pieces.isEmpty() && rest != null) {
            thoughts.add(Reasoning.of(rest, null));
        }
        for (List<OllamaChatThought> piece : pieces.values()) {
            thoughts.add(join(piece, rest));
            rest = null;
        }
        return thoughts;
    }

    private static Reasoning join(List<OllamaChatThought> entries, @Nullable String thinking) {
        String text = thinking;
        List<String> summary = new ArrayList<>(0);
        String signature = null;
        String encrypted = null;
        String id = null;
        Origin origin = null;
        Map<String, RawJson> unknown = new LinkedHashMap<>(0);
        for (OllamaChatThought entry : entries) {
            if (entry.text != null) {
                text = text == null ? entry.text : text + entry.text;
            }
            for (int i = 0; i < entry.summary.size(); i++) {
                int at = Math.min(entry.summaryIndex + i, summary.size());
                if (at == summary.size()) {
                    summary.add(entry.summary.get(i));
                } else {
                    summary.set(at, summary.get(at) + entry.summary.get(i));
                }
            }
            signature = entry.signature != null ? entry.signature : signature;
            encrypted = entry.encrypted != null ? entry.encrypted : encrypted;
            id = entry.id != null ? entry.id : id;
            origin = entry.origin() != null ? entry.origin() : origin;
            unknown.putAll(entry.unknown);
        }
        return new Reasoning(
                text, summary, signature, encrypted, id, origin, Extensions.of(OllamaChatDialect.ID, unknown));
    }

    /** The signature of the content; {@code null} if there is none. */
    static @Nullable Signature contentSignature(List<OllamaChatThought> entries) {
        for (OllamaChatThought entry : entries) {
            Signature signature = entry.contentSignature();
            if (signature != null) {
                return signature;
            }
        }
        return null;
    }

    /** Writes {@code thinking} and, where that does not say all, its details. */
    static void encode(List<Reasoning> thoughts, @Nullable Signature ofContent, JsonWriter json) {
        StringBuilder thinking = new StringBuilder();
        boolean needed = thoughts.size() > 1 || ofContent != null;
        for (Reasoning thought : thoughts) {
            thinking.append(OllamaChatThought.shown(thought));
            needed |= OllamaChatThought.isNeeded(thought);
        }
        if (!thinking.isEmpty()) {
            json.field("thinking", thinking.toString());
        }
        if (!needed) {
            return;
        }
        json.beginArray(OllamaChatThought.MEMBER);
        for (int i = 0; i < thoughts.size(); i++) {
            OllamaChatThought.write(i, thoughts.get(i), thoughts.size() == 1, json);
        }
        if (ofContent != null) {
            OllamaChatThought.write(ofContent, json);
        }
        json.endArray();
    }
}
