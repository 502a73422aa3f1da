// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat.stored;

import dev.dragoman.adapters.openai.chat.OpenAiChatDialect;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.TopLevelEdit;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.response.ChatResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One stored completion: an answer of the dialect, with what was asked beside it. */
final class StoredCompletions {
    private static final String METADATA = "metadata";

    private final Dialect dialect = new OpenAiChatDialect();
    private final String vendor;

    StoredCompletions(String vendor) {
        this.vendor = vendor;
    }

    StoredCompletion decode(RawJson json) {
        Map<String, RawJson> members = StoredChats.members(json);
        StoredSettings settings = new StoredSettings(
                text(members.remove("request_id")),
                integer(members.remove("seed")),
                number(members.remove("temperature")),
                number(members.remove("top_p")),
                number(members.remove("presence_penalty")),
                number(members.remove("frequency_penalty")),
                text(members.remove("input_user")),
                value(members.remove("tool_choice")),
                value(members.remove("tools")),
                value(members.remove("response_format")),
                pairs(members.remove(METADATA)));
        byte[] answer = StoredChats.written(out -> members.forEach(out::field));
        String model = text(members.get("model"));
        ReplySource source = new ReplySource(vendor, model == null ? "" : model, null);
        ChatResponse response = dialect.responseDecoder().decode(answer, source);
        return new StoredCompletion(response, settings);
    }

    byte[] encode(StoredCompletion completion, Losses losses) {
        StoredSettings settings = completion.settings();
        Map<String, RawJson> members = new LinkedHashMap<>();
        members.put("request_id", string(settings.requestId()));
        members.put("seed", settings.seed() == null ? RawJson.NULL : RawJson.number(settings.seed()));
        members.put("temperature", number(settings.temperature()));
        members.put("top_p", number(settings.topP()));
        members.put("presence_penalty", number(settings.presencePenalty()));
        members.put("frequency_penalty", number(settings.frequencyPenalty()));
        members.put("input_user", string(settings.inputUser()));
        members.put("tool_choice", orNull(settings.toolChoice()));
        members.put("tools", orNull(settings.tools()));
        members.put("response_format", orNull(settings.responseFormat()));
        members.put(
                METADATA,
                RawJson.parse(StoredChats.written(
                        out -> settings.metadata().forEach((name, text) -> out.field(name, text)))));
        byte[] answer = dialect.responseEncoder()
                .encode(completion.response(), EncodeContext.toClient(losses, ReplyShape.DEFAULT, null));
        return TopLevelEdit.set(answer, members);
    }

    /** Texts by name; none for JSON {@code null}. */
    static Map<String, String> pairs(@Nullable RawJson json) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (json != null && !json.isNull()) {
            try (JsonReader in = json.reader()) {
                in.beginObject();
                while (in.nextField()) {
                    pairs.put(in.name(), in.string());
                }
            }
        }
        return pairs;
    }

    private static @Nullable String text(@Nullable RawJson json) {
        if (json == null) {
            return null;
        }
        try (JsonReader in = json.reader()) {
            return in.stringOrNull();
        }
    }

    private static @Nullable Long integer(@Nullable RawJson json) {
        if (json == null) {
            return null;
        }
        try (JsonReader in = json.reader()) {
            return in.integerOrNull();
        }
    }

    private static @Nullable Double number(@Nullable RawJson json) {
        if (json == null) {
            return null;
        }
        try (JsonReader in = json.reader()) {
            return in.numberOrNull();
        }
    }

    private static @Nullable RawJson value(@Nullable RawJson json) {
        return json == null || json.isNull() ? null : json;
    }

    private static RawJson string(@Nullable String text) {
        return text == null ? RawJson.NULL : RawJson.string(text);
    }

    private static RawJson number(@Nullable Double number) {
        return number == null ? RawJson.NULL : RawJson.parse(Double.toString(number));
    }

    private static RawJson orNull(@Nullable RawJson json) {
        return json == null ? RawJson.NULL : json;
    }
}
