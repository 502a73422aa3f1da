// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat.stored;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.error.ChatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON of stored completions to their types and back. Stateless and thread-safe. */
public final class StoredChats {
    private static final String DELETED = "chat.completion.deleted";

    private final StoredCompletions completions;
    private final StoredMessages messages;

    /** @param vendor id of the adapter that stored them, which is the origin of the reasoning in them */
    public StoredChats(String vendor) {
        completions = new StoredCompletions(vendor);
        messages = new StoredMessages(vendor);
    }

    /** Reads {@code GET /chat/completions/{id}}, and the answer to {@code POST} there. */
    public StoredCompletion completion(byte[] json) {
        return completions.decode(parsed(json));
    }

    /** Writes a stored completion, and reports what has no place in one. */
    public byte[] encode(StoredCompletion completion, Losses losses) {
        return completions.encode(completion, losses);
    }

    /**
     * Reads {@code GET /chat/completions}.
     *
     * @throws ChatException if it is no such list
     */
    public StoredPage<StoredCompletion> completions(byte[] json) {
        return page(json, completions::decode);
    }

    /** Writes a list of stored completions, and reports what has no place in it. */
    public byte[] encodeCompletions(StoredPage<StoredCompletion> page, Losses losses) {
        return page(page, (json, completion) -> json.value(RawJson.parse(completions.encode(completion, losses))));
    }

    /**
     * Reads {@code GET /chat/completions/{id}/messages}.
     *
     * @throws ChatException if it is no such list
     */
    public StoredPage<StoredMessage> messages(byte[] json) {
        return page(json, messages::decode);
    }

    /** Writes a list of stored messages, and reports what has no place in it. */
    public byte[] encodeMessages(StoredPage<StoredMessage> page, Losses losses) {
        return page(page, (json, message) -> json.value(messages.encode(message, losses)));
    }

    /**
     * Reads the answer to {@code DELETE /chat/completions/{id}}.
     *
     * @throws ChatException if it is none
     */
    public StoredDeletion deletion(byte[] json) {
        Map<String, RawJson> members = members(parsed(json));
        try (JsonReader id = require(members, "id").reader();
                JsonReader deleted =
                        members.getOrDefault("deleted", RawJson.FALSE).reader()) {
            return new StoredDeletion(id.string(), deleted.bool());
        }
    }

    /** Writes the answer to a deletion. */
    public byte[] encode(StoredDeletion deletion) {
        return written(
                json -> json.field("object", DELETED).field("id", deletion.id()).field("deleted", (Boolean)
                        deletion.deleted()));
    }

    /**
     * Reads the body of {@code POST /chat/completions/{id}}.
     *
     * @throws ChatException if it is none
     */
    public StoredUpdate update(byte[] json) {
        return new StoredUpdate(StoredCompletions.pairs(require(members(parsed(json)), "metadata")));
    }

    /** Writes the body of an update. */
    public byte[] encode(StoredUpdate update) {
        return written(json -> {
            if (update.metadata().isEmpty()) {
                json.nullField("metadata");
            } else {
                json.field("metadata", update.metadata());
            }
        });
    }

    private static <T> StoredPage<T> page(byte[] body, Function<RawJson, T> element) {
        List<T> data = new ArrayList<>();
        String firstId = null;
        String lastId = null;
        boolean hasMore = false;
        try (JsonReader in = JsonReader.reply(body)) {
            boolean listed = false;
            in.beginObject();
            while (in.nextField()) {
                switch (in.name()) {
                    case "data" -> {
                        listed = true;
                        in.beginArray();
                        while (in.nextElement()) {
                            data.add(element.apply(in.raw()));
                        }
                    }
                    case "first_id" -> firstId = in.stringOrNull();
                    case "last_id" -> lastId = in.stringOrNull();
                    case "has_more" -> hasMore = Boolean.TRUE.equals(in.boolOrNull());
                    default -> in.skip();
                }
            }
            in.end();
            if (!listed) {
                throw in.missing("data");
            }
        }
        return new StoredPage<>(data, firstId, lastId, hasMore);
    }

    private static <T> byte[] page(StoredPage<T> page, BiConsumer<JsonWriter, T> element) {
        return written(json -> {
            json.field("object", "list").beginArray("data");
            page.data().forEach(each -> element.accept(json, each));
            json.endArray()
                    .nullableField("first_id", page.firstId())
                    .nullableField("last_id", page.lastId())
                    .field("has_more", (Boolean) page.hasMore());
        });
    }

    private static RawJson parsed(byte[] body) {
        try (JsonReader in = JsonReader.reply(body)) {
            RawJson json = in.raw();
            in.end();
            return json;
        }
    }

    /** Members of an object in their order. */
    static Map<String, RawJson> members(RawJson object) {
        Map<String, RawJson> members = new LinkedHashMap<>();
        try (JsonReader in = object.reader()) {
            in.beginObject();
            while (in.nextField()) {
                members.put(in.name(), in.raw());
            }
        }
        return members;
    }

    private static RawJson require(Map<String, RawJson> members, String name) {
        @Nullable RawJson value = members.get(name);
        if (value == null) {
            try (JsonReader in = RawJson.EMPTY_OBJECT.reader()) {
                throw in.missing(name);
            }
        }
        return value;
    }

    /** An object of these members. */
    static byte[] written(Consumer<JsonWriter> members) {
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            members.accept(json);
            json.endObject();
        }
        return out.toBytes();
    }
}
